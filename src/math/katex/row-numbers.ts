import type { Html } from "../../model/brand.ts";

/** KaTeX writes these without contents, to be drawn by CSS; a space stands before the `=`. */
const numberCell = /<mtd class ?="mml-eqn-num"><\/mtd>/;
const numberClass = '="mml-eqn-num">';
const glueCells = /<mtd class ?="mtr-glue"><\/mtd>/g;
const numberCells = /<mtd class ?="mml-eqn-num"><\/mtd>/g;
const tags = /<(\/?)(mtable|mtr|mtd)\b[^>]*>/g;

/**
 * Fills the cells of row numbers that KaTeX leaves empty in MathML, and gives rows without number an empty cell at
 * the same place, so that columns do not shift.
 *
 * @param numbers MathML of each number, in the order of the rows that have one
 */
export function fillRowNumbers(html: Html, numbers: readonly string[]): Html {
  if (!html.includes(numberClass)) return html;
  const clean = html.replace(glueCells, "");
  const rows = outerRows(clean);
  const columns = Math.max(...rows.map(({ cells, isNumbered }) => cells - (isNumbered ? 1 : 0)));
  let result = "";
  let done = 0;
  let next = 0;
  for (const { start, end, cells, isNumbered } of rows) {
    const padding = "<mtd></mtd>".repeat(columns - cells + (isNumbered ? 1 : 0));
    const number = isNumbered ? `<mtd>${String(numbers[next])}</mtd>` : "<mtd></mtd>";
    if (isNumbered) next += 1;
    result += clean.slice(done, start) + clean.slice(start, end).replace(numberCells, "") + padding + number;
    done = end;
  }
  return (result + clean.slice(done)) as Html;
}

interface MathmlRow {
  /** Range of its cells. */
  readonly start: number;
  readonly end: number;
  readonly cells: number;
  readonly isNumbered: boolean;
}

/** The rows of the tables that are not inside of another and have a number in any row. */
function outerRows(html: string): readonly MathmlRow[] {
  const rows: MathmlRow[] = [];
  let table: MathmlRow[] = [];
  let depth = 0;
  let start = 0;
  let cells = 0;
  for (const { 0: tag, 1: slash, 2: name, index } of html.matchAll(tags)) {
    if (name === "mtable") {
      depth += slash === "" ? 1 : -1;
      if (depth === 0 && table.some(({ isNumbered }) => isNumbered)) rows.push(...table);
      if (depth === 0) table = [];
    } else if (depth === 1 && name === "mtr") {
      if (slash === "") [start, cells] = [index + tag.length, 0];
      else table.push({ start, end: index, cells, isNumbered: numberCell.test(html.slice(start, index)) });
    } else if (depth === 1 && slash === "") cells += 1;
  }
  return rows;
}
