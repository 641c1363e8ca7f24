import type { Problem } from "./problem.ts";

/** Why a formula is not handed to KaTeX. */
export type Refusal = Problem;

const maxLength = 20_000;
const maxDepth = 200;
const maxCells = 10_000;

/** First letters of commands, by the character that a program makes of backslash and letter. */
const eaten: Readonly<Record<string, string>> = { "\b": "b", "\f": "f", "\v": "v", "\r": "r", "\u0007": "a" };

/**
 * Looks for what KaTeX would choke on or take minutes over: control characters, great length, deep
 * nesting, huge tables. KaTeX throws a `RangeError` from about 400 nested groups.
 *
 * @param commands those of the renderer, for naming the command that was meant
 */
export function refuse(tex: string, commands: ReadonlySet<string>): Refusal | undefined {
  const control = /(?![\t\n\u007f-\u009f])\p{Cc}([A-Za-z]*)/u.exec(tex);
  if (control) {
    const { index } = control;
    const code = tex.charCodeAt(index).toString(16).toUpperCase().padStart(4, "0");
    const command = commandOf(`\\${eaten[tex.charAt(index)] ?? ""}${control[1]}`, commands);
    return {
      code: "math/control-character",
      message: `U+${code} stands in the formula`,
      ...(command !== undefined && { hint: `the first letters of ${command} were eaten as an escape; write it again` }),
      at: { offset: index, length: 1 },
    };
  }
  if (tex.length > maxLength) return tooLarge(`the formula has ${tex.length} characters, more than ${maxLength}`);
  const depth = nesting(tex);
  if (depth > maxDepth) return tooLarge(`the formula is nested ${depth} deep, more than ${maxDepth}`);
  const cells = tex.match(/&|\\\\/g)?.length ?? 0;
  if (cells > maxCells) return tooLarge(`the formula has ${cells} cells, more than ${maxCells}`);
  return undefined;
}

/** The longest command that a word begins with: `\betax` → `\beta`. */
function commandOf(word: string, commands: ReadonlySet<string>): string | undefined {
  for (let end = word.length; end > 2; end -= 1) if (commands.has(word.slice(0, end))) return word.slice(0, end);
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
