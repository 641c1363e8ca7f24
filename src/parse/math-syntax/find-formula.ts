import { countUpTo, firstAfter } from "./ascending.ts";
import type { FormulaRange } from "./formula-range.ts";
import { type MathSource, quoteDepth } from "./math-source.ts";

const identifier = /[ \t]*\{#(eq:[^\s{}]+)\}/y;
const restOfLine = /[ \t]*(?=\n|$)/y;
const prefix = /^[ \t>]*$/;

/**
 * The formula that opens at `offset` inside a paragraph.
 *
 * @param previousEnd end of the formula read before, for `$a$$b$`: the second `$` of the run opens only
 *   where the first one has closed a formula
 */
export function findTextFormula(source: MathSource, offset: number, previousEnd: number): FormulaRange | undefined {
  const { text, marks } = source;
  const environment = marks.environments.get(offset);
  if (environment) return bare(source, offset, environment);
  const display = marks.display.get(offset);
  if (display !== undefined) return delimited(source, offset, display);
  const closer = marks.inline.get(offset) ?? (previousEnd === offset ? marks.adjacent.get(offset) : undefined);
  if (closer === undefined) return undefined;
  const width = text[offset] === "$" ? 1 : 2;
  const valueStart = offset + width;
  if (text.slice(valueStart, closer).trim() === "") return undefined;
  return { start: offset, valueStart, valueEnd: closer, end: closer + width, display: false };
}

/**
 * What to give as `previousEnd` after reading a formula: its end, but -1 behind a display that opened in a run
 * of three or more `$`, for the rest of the run that closes it is text, too.
 */
export function endOf(
  { text, marks: { runs } }: MathSource,
  { start, end, display }: FormulaRange,
  previousEnd: number,
): number {
  const inRun = display && text[start] === "$" && runs[countUpTo(runs, start) - 1] !== start;
  return inRun && previousEnd !== start ? -1 : end;
}

/**
 * The formula that opens at `offset`, the first place of a line behind the prefixes of its containers, and
 * is a block of its own: nothing but white space or `{#eq:…}` stands behind its closer.
 */
export function findFlowFormula(source: MathSource, offset: number): FormulaRange | undefined {
  const found = flowRange(source, offset);
  restOfLine.lastIndex = found?.end ?? 0;
  return found && restOfLine.test(source.text) ? found : undefined;
}

function flowRange(source: MathSource, offset: number): FormulaRange | undefined {
  const { text, marks, lines } = source;
  const environment = marks.environments.get(offset);
  if (environment) {
    const { fence } = lines.boundaries(quoteDepth(source, offset));
    return firstAfter(fence, offset) < environment.end ? undefined : bare(source, offset, environment);
  }
  const closer = text[offset] === "$" ? nextDollars(source, offset) : marks.display.get(offset);
  return closer !== undefined && inReach(source, offset, closer) ? delimited(source, offset, closer) : undefined;
}

/** The next `$$` behind a `$$`; none if either is part of a longer run. */
function nextDollars({ marks: { runs, runLengths } }: MathSource, offset: number): number | undefined {
  const index = countUpTo(runs, offset);
  if (runs[index - 1] !== offset || runLengths[index - 1] !== 2 || runLengths[index] !== 2) return undefined;
  return runs[index];
}

/** Whether no heading, fence or blank line parts opener and closer; blank lines may if each stands alone on its line. */
function inReach(source: MathSource, offset: number, closer: number): boolean {
  const { text, lines } = source;
  const { blank, heading, fence } = lines.boundaries(quoteDepth(source, offset));
  if (firstAfter(heading, offset) < closer || firstAfter(fence, offset) < closer) return false;
  if (firstAfter(blank, offset) > closer) return true;
  restOfLine.lastIndex = offset + 2;
  return restOfLine.test(text) && prefix.test(text.slice(lines.startOf(closer), closer));
}

function bare(source: MathSource, start: number, { name, end }: { name: string; end: number }): FormulaRange {
  return withIdentifier(source, { start, valueStart: start, valueEnd: end, end, display: true, env: name });
}

function delimited(source: MathSource, start: number, closer: number): FormulaRange {
  return withIdentifier(source, { start, valueStart: start + 2, valueEnd: closer, end: closer + 2, display: true });
}

function withIdentifier({ text }: MathSource, range: FormulaRange): FormulaRange {
  identifier.lastIndex = range.end;
  const match = identifier.exec(text);
  return match ? { ...range, end: identifier.lastIndex, id: String(match[1]) } : range;
}
