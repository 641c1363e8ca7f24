import { firstAfter } from "./ascending.ts";
import { codeSpanEnds } from "./code-spans.ts";
import { endOf, findFlowFormula, findTextFormula } from "./find-formula.ts";
import type { FormulaRange } from "./formula-range.ts";
import { isPrefix, linePrefix, type LinePrefix } from "./line-prefix.ts";
import type { MathSource } from "./math-source.ts";
import { columnsOf, tableRow } from "./table-row.ts";

/** What must be known about a source before Markdown is read, because it changes how blocks are read. */
export interface Layout {
  /** Offsets of characters to hide, ascending: bars of formulas in table rows, block markers inside displays. */
  readonly hide: readonly number[];
  /** Displays of several lines that stand inside a paragraph: nothing opens a block inside of them. */
  readonly inside: readonly { readonly start: number; readonly end: number }[];
  /** Rows of tables whose cells cannot be told apart: start and end of the row. */
  readonly ambiguous: readonly { readonly start: number; readonly end: number }[];
}

interface Reader {
  readonly source: MathSource;
  readonly spans: ReadonlyMap<number, number>;
  readonly hide: number[];
  readonly inside: { start: number; end: number }[];
  readonly ambiguous: { start: number; end: number }[];
  /** No comment is closed after this offset. */
  lastComment: number;
}

/**
 * Reads a source line by line the way a Markdown parser would, as far as the looks of the lines tell. An
 * error here hides a character that is put back later, so it can never lose text.
 */
export function readLayout(source: MathSource): Layout {
  const reader: Reader = {
    source,
    spans: codeSpanEnds(source.text),
    hide: [],
    inside: [],
    ambiguous: [],
    lastComment: source.text.lastIndexOf("-->"),
  };
  for (let at = 0; at < source.text.length;) at = readLine(reader, at);
  return reader;
}

/** Reads the line that starts at `start`, with all lines that its formulas and tables cover; returns the next line start. */
function readLine(reader: Reader, start: number): number {
  const { source } = reader;
  const prefix = linePrefix(source.text, start);
  const fenced = skipFence(source, start, prefix);
  if (fenced !== undefined) return fenced;
  const columns = columnsOf(source, start);
  return columns === undefined ? readContent(reader, prefix) : readTable(reader, start, columns);
}

const fence = /(`{3,})[^`\n]*(?:\n|$)|(~{3,})/y;

/** Start of the first line after the fenced code that opens here; `undefined` if none does. */
function skipFence({ text, lines }: MathSource, start: number, prefix: LinePrefix): number | undefined {
  fence.lastIndex = prefix.content;
  const match = fence.exec(text);
  if (!match) return undefined;
  const run = String(match[1] ?? match[2]);
  const closing = new RegExp(`^[ \\t>]*${run}${run.charAt(0)}*[ \\t]*$`);
  let at = lines.endOf(start) + 1;
  while (at < text.length) {
    const end = lines.endOf(at);
    const line = text.slice(at, end);
    const inner = linePrefix(text, at);
    const indent = line.length - line.trimStart().length;
    if (inner.quotes < prefix.quotes || (prefix.item && indent < prefix.columns && line.trim() !== "")) return at;
    if (closing.test(line)) return end + 1;
    at = end + 1;
  }
  return at;
}

const tokens = /\\[^]|`+|\$+|<!--|\n/g;

/** Reads text up to the end of the line in which the last formula of this line ends. */
function readContent(reader: Reader, prefix: LinePrefix): number {
  const { source } = reader;
  const { text, lines } = source;
  const flow = findFlowFormula(source, prefix.content);
  if (flow) return lines.endOf(flow.end) + 1;
  const limit = firstAfter(lines.boundaries(prefix.quotes).blank, prefix.content);
  let at = prefix.content;
  let previousEnd = -1;
  for (;;) {
    tokens.lastIndex = at;
    const match = tokens.exec(text);
    if (!match) return text.length;
    const [token] = match;
    if (token === "\n") return match.index + 1;
    const formula = formulaIn(source, match.index, token, previousEnd);
    if (formula && formula.end <= limit && accept(reader, formula, prefix)) {
      at = formula.end;
      previousEnd = endOf(source, formula, previousEnd);
    } else at = skip(reader, match.index, token, limit);
  }
}

/** The formula that opens in a token: in a run of `$`, at its first, or its last two. */
function formulaIn(source: MathSource, at: number, token: string, previousEnd: number): FormulaRange | undefined {
  const first = findTextFormula(source, at, previousEnd);
  return (
    first ??
    (token.length > 2 && token.startsWith("$") ? findTextFormula(source, at + token.length - 2, -1) : undefined)
  );
}

function skip({ source, spans, lastComment }: Reader, at: number, token: string, limit: number): number {
  if (token.startsWith("`")) {
    const end = spans.get(at);
    if (end !== undefined && end <= limit) return end;
  }
  if (token === "<!--" && at < lastComment) return source.text.indexOf("-->", at);
  return at + token.length;
}

/** Whether the formula stays inside its paragraph; hides the block markers of a display's inner lines. */
function accept({ source, hide, inside }: Reader, formula: FormulaRange, prefix: LinePrefix): boolean {
  const { text, lines } = source;
  const firstEnd = lines.endOf(formula.start);
  if (firstEnd >= formula.end) return true;
  const { block, heading, fence: fences } = lines.boundaries(prefix.quotes);
  if (!formula.display) return firstAfter(block, formula.start) > formula.end;
  if (firstAfter(fences, formula.start) < formula.end) return false;
  if (formula.env === undefined && firstAfter(heading, formula.start) < formula.end) return false;
  const marks: number[] = [];
  for (let at = firstEnd + 1; at < formula.end; at = lines.endOf(at) + 1) {
    const inner = linePrefix(text, at);
    if (prefix.item && inner.item && leading(text, at) < leading(text, lines.startOf(formula.start)) + 2) return false;
    const mark = markerOf(text, at, prefix.quotes);
    if (mark !== undefined) marks.push(mark);
  }
  hide.push(...marks);
  inside.push({ start: formula.start, end: formula.end });
  return true;
}

/** Columns of white space and quote marks at a line's start. */
function leading(text: string, start: number): number {
  let at = start;
  while (isPrefix(text.charCodeAt(at))) at++;
  return at - start;
}

/** Offset of the first character of a line if it could start a block; quote marks of the container are left alone. */
function markerOf(text: string, start: number, quotes: number): number | undefined {
  let left = quotes;
  let at = start;
  for (; isPrefix(text.charCodeAt(at)); at++) {
    if (text.charAt(at) !== ">") continue;
    if (left === 0) break;
    left--;
  }
  return /[-+*>#=_~`:|<[\d]/.test(text.charAt(at)) ? at : undefined;
}

/** Reads the table whose first row starts at `start`; returns the line start after its last row. */
function readTable(reader: Reader, start: number, columns: number): number {
  const { source } = reader;
  const { text, lines } = source;
  const { block, blank } = lines.boundaries(linePrefix(text, start).quotes);
  const end = Math.min(firstAfter(blank, start), firstAfter(block, start), text.length);
  for (let at = start, row = 0; at < end; row++) {
    const rowEnd = lines.endOf(at);
    if (row !== 1) {
      const read = tableRow(source, linePrefix(text, at).content, rowEnd, { columns, spans: reader.spans });
      reader.hide.push(...read.hide);
      if (read.ambiguous) reader.ambiguous.push({ start: linePrefix(text, at).content, end: rowEnd });
    }
    at = rowEnd + 1;
  }
  return end;
}
