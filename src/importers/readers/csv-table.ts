import Papa from "papaparse";
import type { ImportFile, ImportNote } from "../../model/imported.ts";
import { decode } from "../decode.ts";
import { unreadable } from "../imported-site.ts";
import { joinExports, noCounts, type CountExport, type CountRow } from "./count-export.ts";

/** A row of a table: the cell of a column, trimmed; empty if the row or the table has none. */
export type Cells = (column: string) => string;

/** What a row is: a count, nothing that is counted, or what is wrong with it. */
export type RowResult = CountRow | undefined | string;

/** Longest row, in UTF-16 units. */
const maxRow = 1_000_000;

/**
 * Reads a file of CSV by the names of its columns, whatever their order. A row that is wrong is reported with its line
 * and left out.
 *
 * @param columns those that must be there
 */
export function readCsvFile(
  { path, bytes }: ImportFile,
  columns: readonly string[],
  read: (cells: Cells) => RowResult,
): CountExport {
  const decoded = decode(bytes);
  if (!decoded.ok) return { ...noCounts, faults: [unreadable(path, decoded)] };
  const rows: CountRow[] = [];
  const faults: ImportNote[] = [];
  let header: readonly string[] | undefined;
  forEachRow(decoded.text, (cells, line, problem) => {
    if (!header) {
      header = cells;
      const missing = columns.filter((column) => !cells.includes(column));
      if (missing.length === 0) return true;
      faults.push({ file: path, line, message: `there is no column ${missing.map((one) => `“${one}”`).join(", ")}` });
      return false;
    }
    const result =
      problem ?? (cells.length === header.length ? read(cellsOf(header, cells)) : widthFault(cells, header));
    if (typeof result === "string") faults.push({ file: path, line, message: result });
    else if (result) rows.push(result);
    return true;
  });
  if (!header) faults.push({ file: path, message: "the file is empty" });
  return { rows, faults };
}

/** The same for several files. */
export function readCsvFiles(
  files: readonly ImportFile[],
  columns: readonly string[],
  read: (cells: Cells) => RowResult,
): CountExport {
  return joinExports(files.map((file) => readCsvFile(file, columns, read)));
}

/** @param visit is told what is wrong with the quotes of a row; ends the reading with `false` */
function forEachRow(
  text: string,
  visit: (cells: readonly string[], line: number, problem: string | undefined) => boolean,
): void {
  let start = 0;
  let line = 1;
  Papa.parse<readonly string[]>(text, {
    delimiter: ",",
    newline: "\n",
    step({ data, errors: [fault], meta }, parser) {
      const raw = text.slice(start, meta.cursor);
      const problem = raw.length > maxRow ? "the row is longer than a million characters" : fault?.message;
      if (raw.trim() !== "" && !visit(data, line, problem)) parser.abort();
      line += raw.split("\n").length - 1;
      start = meta.cursor;
    },
  });
}

function cellsOf(header: readonly string[], cells: readonly string[]): Cells {
  return (column) => cells[header.indexOf(column)]?.trim() ?? "";
}

function widthFault(cells: readonly string[], header: readonly string[]): string {
  return `the row has ${cells.length} cells, the header has ${header.length}`;
}
