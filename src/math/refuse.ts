import type { Problem } from "./problem.ts";

/** Why a formula is not handed to KaTeX. */
export type Refusal = Problem;

const maxLength = 20_000;
const maxDepth = 200;
const maxCells = 10_000;

/** Commands that lose their first letter when a program reads a backslash sequence as an escape. */
const eaten: Readonly<Record<string, string>> = { "\b": "\\b", "\f": "\\f", "\v": "\\v", "\0": "\\0" };

/**
 * Looks for what KaTeX would choke on or take minutes over: control characters, great length, deep
 * nesting, huge tables. KaTeX throws a `RangeError` from about 400 nested groups.
 */
export function refuse(tex: string): Refusal | undefined {
  const control = /[\u0000-\u0008\u000b-\u001f]/.exec(tex);
  if (control) {
    const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    const command = eaten[control[0]];
    return {
      code: "math/control-character",
      message: `U+${code} stands in the formula`,
      ...(command !== undefined && { hint: `an escape “${command}…” was probably eaten; write the command again` }),
      at: { offset: control.index, length: 1 },
    };
  }
  if (tex.length > maxLength) return tooLarge(`the formula has ${tex.length} characters, more than ${maxLength}`);
  const depth = nesting(tex);
  if (depth > maxDepth) return tooLarge(`the formula is nested ${depth} deep, more than ${maxDepth}`);
  const cells = tex.match(/&|\\\\/g)?.length ?? 0;
  if (cells > maxCells) return tooLarge(`the formula has ${cells} cells, more than ${maxCells}`);
  return undefined;
}

function tooLarge(message: string): Refusal {
  return { code: "math/too-large", message, hint: "split the formula" };
}

/** Deepest nesting of braces, `\left`, and `\begin`; arguments without braces count too. */
function nesting(tex: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of tex.matchAll(
    /\\(?:left|right|begin|end)(?![A-Za-z])|\\(?:frac|sqrt)(?![A-Za-z])|\\[\s\S]|[{}]/g,
  )) {
    if (token === "{" || token === "\\left" || token === "\\begin") depth += 1;
    else if (token === "}" || token === "\\right" || token === "\\end") depth = Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  const unbraced = /(?:\\(?:frac|sqrt|hat|bar|vec|tilde)\s*){200,}/.test(tex) ? maxDepth + 1 : 0;
  return Math.max(deepest, unbraced);
}
