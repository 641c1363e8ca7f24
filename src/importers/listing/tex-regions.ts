import { closersOf } from "./tex-closers.ts";

/** A part of a text that is not Chinese or English. */
export interface Region {
  /** A formula in the line or on its own, `\eqref{…}`, a web address, or `$` or `$$` that opens nothing. */
  readonly kind: "inline" | "display" | "reference" | "address" | "dollar";
  readonly start: number;
  readonly end: number;
  /** What a formula that was cut off lacks, `}$` or `\end{equation}`; to be put at `end`. */
  readonly closer?: string;
}

const openers =
  /\\begin\{([A-Za-z]{1,40}\*?)\}|(\\(?:eqref|ref)\{[^{}\n]{1,200}\})|\\[^]|\$\$?|(https?:\/\/[A-Za-z0-9\-._~:/?#@!&'()*+,;=%]+)/g;

/**
 * Finds formulas in text as it is written for MathJax: `$…$` within one line and outside braces, `$$…$$` and
 * `\begin{…}…\end{…}` over several lines; a backslash and the character after it are one unit. A `$` before a
 * digit closes nothing (`从$5涨到$10`).
 *
 * A formula without an end was cut off with the text: it reaches to the end of the text, or for displays to the
 * first line that begins with a hanzi, but not over an ellipsis. Inline ones are only taken so when no Chinese and
 * not just a number follows; else the `$` opens nothing.
 *
 * @returns regions in order, without overlap
 */
export function findRegions(text: string): readonly Region[] {
  const regions: Region[] = [];
  const form = new RegExp(openers);
  for (let match = form.exec(text); match; match = form.exec(text)) {
    const region = regionAt(text, match);
    if (!region) continue;
    regions.push(region);
    form.lastIndex = region.end;
  }
  return regions;
}

function regionAt(text: string, match: RegExpExecArray): Region | undefined {
  const [token, name, reference, address] = match;
  const start = match.index;
  const inner = start + token.length;
  if (reference !== undefined) return { kind: "reference", start, end: inner };
  if (address !== undefined)
    return { kind: "address", start, end: start + address.replace(/[.,;:!?'()*]+$/, "").length };
  if (name !== undefined) return display(text, start, endOfEnvironment(text, inner, name));
  if (token === "$$") return display(text, start, endOfDollars(text, inner));
  return token === "$" ? inline(text, start, endOfInline(text, inner)) : undefined;
}

function display(text: string, start: number, end: number | undefined): Region {
  if (end !== undefined) return { kind: "display", start, end };
  const hanzi = /\n[^\S\n]*\p{Script=Han}/u.exec(text.slice(start));
  return cut(text, { kind: "display", start, end: hanzi ? start + hanzi.index : text.length });
}

function inline(text: string, start: number, end: number | undefined): Region {
  if (end !== undefined) return { kind: "inline", start, end };
  const lineEnd = text.indexOf("\n", start);
  if (lineEnd !== -1 || /[\p{Script=Han}，。；：！？、]/u.test(text.slice(start)))
    return { kind: "dollar", start, end: start + 1 };
  return cut(text, { kind: "inline", start, end: text.length });
}

/** A cut region ends before the ellipsis of the text; dollars with nothing or a number behind them are only dollars. */
function cut(text: string, { kind, start, end }: Region): Region {
  const tex = text.slice(start, end).replace(/(?<![….\s])[….\s]+$/u, "");
  const dollars = /^(\$+)[0-9.,]*$/.exec(tex)?.[1];
  if (dollars !== undefined) return { kind: "dollar", start, end: start + dollars.length };
  return { kind, start, end: start + tex.length, closer: closersOf(tex) };
}

/** Offset behind the `\end` that belongs to a `\begin` of the same name. */
function endOfEnvironment(text: string, from: number, name: string): number | undefined {
  const end = `\\end{${name}}`;
  // Most openers without an end are seen here, without a walk through the text.
  if (text.lastIndexOf(end) < from) return undefined;
  const form = /\\(?:begin|end)\{([A-Za-z]{1,40}\*?)\}|\\[^]/g;
  form.lastIndex = from;
  let depth = 1;
  for (let match = form.exec(text); match; match = form.exec(text)) {
    if (match[1] !== name) continue;
    depth += match[0] === end ? -1 : 1;
    if (depth === 0) return form.lastIndex;
  }
  return undefined;
}

function endOfDollars(text: string, from: number): number | undefined {
  const form = /\\[^]|\$\$|\n[^\S\n]*\p{Script=Han}/gu;
  form.lastIndex = from;
  for (let match = form.exec(text); match; match = form.exec(text)) {
    if (match[0] === "$$") return form.lastIndex;
    if (match[0].startsWith("\n")) return undefined;
  }
  return undefined;
}

function endOfInline(text: string, from: number): number | undefined {
  const form = /\\[^]|[{}\n]|\$(?![0-9])/g;
  form.lastIndex = from;
  let depth = 0;
  for (let match = form.exec(text); match; match = form.exec(text)) {
    if (match[0] === "\n") return undefined;
    if (match[0] === "$" && depth <= 0) return form.lastIndex;
    depth += match[0] === "{" ? 1 : match[0] === "}" ? -1 : 0;
  }
  return undefined;
}
