/** A part of a Markdown text that is code: its text means itself. */
export interface CodeRange {
  readonly kind: "fence" | "indented" | "span";
  readonly start: number;
  readonly end: number;
}

/**
 * Finds code by the looks of the lines: fences, lines indented by four columns behind a blank line, and spans within a
 * paragraph. Enough to leave code alone where text is repaired; the site's parser decides what is shown.
 */
export function codeRanges(markdown: string): readonly CodeRange[] {
  const ranges: CodeRange[] = [];
  let isBlank = true;
  let isCode = false;
  let at = 0;
  let paragraph = 0;
  const closeParagraph = (end: number) => ranges.push(...spansIn(markdown, paragraph, end));
  while (at < markdown.length) {
    const end = lineEnd(markdown, at);
    const line = markdown.slice(at, end);
    const fence = /^[ \t>]*(`{3,}|~{3,})/.exec(line)?.[1];
    const indented: boolean = (isBlank || isCode) && /^(?: {4}|\t)/.test(line) && line.trim() !== "";
    const next = fence === undefined ? end + 1 : endOfFence(markdown, end + 1, fence);
    if (fence !== undefined || indented || line.trim() === "") {
      closeParagraph(at);
      paragraph = next;
      if (fence !== undefined) ranges.push({ kind: "fence", start: at, end: Math.min(next, markdown.length) });
      else if (indented) ranges.push({ kind: "indented", start: at, end });
    }
    isCode = indented || (isCode && line.trim() === "");
    isBlank = line.trim() === "";
    at = next;
  }
  closeParagraph(markdown.length);
  return ranges;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf("\n", start);
  return end === -1 ? text.length : end;
}

/** Start of the first line behind a fence. */
function endOfFence(text: string, from: number, fence: string): number {
  const closing = new RegExp(`^[ \\t>]*${fence}${fence.charAt(0)}*[ \\t]*$`);
  for (let at = from; at < text.length;) {
    const end = lineEnd(text, at);
    if (closing.test(text.slice(at, end))) return end + 1;
    at = end + 1;
  }
  return text.length;
}

/** Code spans of one paragraph: a run of backticks, closed by the next run of the same length. */
function spansIn(text: string, start: number, end: number): readonly CodeRange[] {
  const spans: CodeRange[] = [];
  const runs = [...text.slice(start, end).matchAll(/\\`|`+/g)].filter(([run]) => !run.startsWith("\\"));
  for (let index = 0; index < runs.length; index += 1) {
    const open = runs[index];
    const closing = runs.findIndex(([run], other) => other > index && run === open?.[0]);
    const close = runs[closing];
    if (!open || !close) continue;
    spans.push({ kind: "span", start: start + open.index, end: start + close.index + close[0].length });
    index = closing;
  }
  return spans;
}

/** Rebuilds a text: code as it is, everything between it by `change`. */
export function outsideCode(
  markdown: string,
  ranges: readonly CodeRange[],
  change: (text: string, offset: number) => string,
): string {
  let result = "";
  let at = 0;
  for (const { start, end } of ranges) {
    result += change(markdown.slice(at, start), at) + markdown.slice(start, end);
    at = end;
  }
  return result + change(markdown.slice(at), at);
}

/** The text with code blanked out, so that offsets and lines stay. */
export function withoutCode(markdown: string): string {
  let result = "";
  let at = 0;
  for (const { start, end } of codeRanges(markdown)) {
    result += markdown.slice(at, start) + markdown.slice(start, end).replace(/[^\n]/g, " ");
    at = end;
  }
  return result + markdown.slice(at);
}
