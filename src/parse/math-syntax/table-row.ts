import { endOf, findTextFormula } from "./find-formula.ts";
import type { FormulaRange } from "./formula-range.ts";
import { isPrefix } from "./line-prefix.ts";
import type { MathSource } from "./math-source.ts";

/** How the bars of one row are read. */
export interface TableRow {
  /** Offsets of bars that belong to formulas. */
  readonly hide: readonly number[];
  /** The cells cannot be told apart: bars in formulas are left as borders. */
  readonly ambiguous: boolean;
}

interface RowContext {
  /** Cells that the delimiter row announces. */
  readonly columns: number;
  readonly spans: ReadonlyMap<number, number>;
}

const delimiterRow = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** Number of columns if the line after the one at `start` is the delimiter row of a table. */
export function columnsOf({ text, lines }: MathSource, start: number): number | undefined {
  const next = lines.endOf(start) + 1;
  let at = next;
  while (isPrefix(text.charCodeAt(at))) at++;
  if (!/[-:|]/.test(text.charAt(at))) return undefined;
  const line = text.slice(at, lines.endOf(at));
  return line.includes("|") && delimiterRow.test(line) ? countCells(line) : undefined;
}

/**
 * Finds the bars of a row that belong to formulas. All formulas of the row are tried first, then only those
 * without ` | ` inside; the first reading with the announced number of cells is right.
 */
export function tableRow(source: MathSource, start: number, end: number, { columns, spans }: RowContext): TableRow {
  const formulas = formulasOfRow(source, start, end, spans);
  const row = source.text.slice(start, end);
  const all = barsOf(source.text, formulas);
  if (all.length === 0) return { hide: [], ambiguous: false };
  const close = barsOf(
    source.text,
    formulas.filter((one) => !source.text.slice(one.start, one.end).includes(" | ")),
  );
  const readings = [all, close].map((bars) => ({
    bars,
    cells: countCells(row, new Set(bars.map((bar) => bar - start))),
  }));
  const right = readings.find(({ cells }) => cells === columns);
  if (right) return { hide: right.bars, ambiguous: false };
  const short = countCells(row) !== columns && readings.every(({ cells }) => cells < columns);
  return short ? { hide: all, ambiguous: false } : { hide: [], ambiguous: true };
}

function formulasOfRow(
  source: MathSource,
  start: number,
  end: number,
  spans: RowContext["spans"],
): readonly FormulaRange[] {
  const found: FormulaRange[] = [];
  const tokens = /\\[^]|`+|\$/g;
  let previousEnd = -1;
  tokens.lastIndex = start;
  for (let match = tokens.exec(source.text); match && match.index < end; match = tokens.exec(source.text)) {
    const formula = findTextFormula(source, match.index, previousEnd);
    const span = spans.get(match.index);
    if (formula && formula.end <= end) {
      found.push(formula);
      tokens.lastIndex = formula.end;
      previousEnd = endOf(source, formula, previousEnd);
    } else if (match[0].startsWith("`") && span !== undefined && span <= end) tokens.lastIndex = span;
  }
  return found;
}

/** Offsets of the bars inside formulas; a bar after a backslash is no border anyway. */
function barsOf(text: string, formulas: readonly FormulaRange[]): readonly number[] {
  return formulas.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(/\\[^]|\|/g)].flatMap(({ 0: token, index }) =>
      token === "|" ? [start + index] : [],
    ),
  );
}

/** Cells of a row: borders at its edges make none. */
function countCells(row: string, hidden: ReadonlySet<number> = new Set()): number {
  const text = row.trimEnd();
  const borders = [...text.matchAll(/\\[^]|\|/g)].filter(({ 0: token, index }) => token === "|" && !hidden.has(index));
  const first = borders[0]?.index === text.length - text.trimStart().length;
  const last = borders.length > 0 && borders.at(-1)?.index === text.length - 1;
  return borders.length + 1 - Number(first) - Number(last && borders.length > Number(first));
}
