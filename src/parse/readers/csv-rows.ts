import Papa from "papaparse";
import type { Range } from "../front-matter/yaml.ts";

export interface CsvCell {
  readonly text: string;
  /** Where it stands in the file, quotes included. */
  readonly range: Range;
}

export interface CsvRow {
  /** At least one. */
  readonly cells: readonly CsvCell[];
  readonly range: Range;
  /** What is wrong with its quotes, as the parser says it. */
  readonly fault?: string;
}

/** The rows of a text of RFC 4180 with `\n` line ends, each cell with its place; empty lines are no rows. */
export function csvRows(text: string): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  let start = 0;
  Papa.parse<readonly string[]>(text, {
    delimiter: ",",
    newline: "\n",
    step({ data, errors: [fault], meta }) {
      const raw = text.slice(start, meta.cursor).trimEnd();
      const range = { start, end: start + raw.length };
      start = meta.cursor;
      if (raw === "") return;
      rows.push({ cells: cellsIn(data, raw, range.start), range, ...(fault && { fault: fault.message }) });
    },
  });
  return rows;
}

/** The parser says where a row ends; a cell is as long as its text, or has quotes around it and doubled ones in it. */
function cellsIn(texts: readonly string[], raw: string, rowStart: number): readonly CsvCell[] {
  let at = 0;
  return texts.map((text) => {
    const start = at;
    const length = raw.charAt(start) === '"' ? text.replaceAll('"', '""').length + 2 : text.length;
    at = start + length + 1;
    return { text, range: { start: rowStart + start, end: rowStart + start + length } };
  });
}
