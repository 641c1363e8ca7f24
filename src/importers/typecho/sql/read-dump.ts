import type { ImportFile, ImportNote, TableQuery, TableRow } from "../../../model/imported.ts";
import { lineIndex, type LineIndex } from "../../../text/line-index.ts";
import { decode } from "../../decode.ts";
import { unreadable } from "../../imported-site.ts";
import type { RowsRead } from "../rows.ts";
import { choose } from "../schema.ts";
import { copyRows, copyValue, hasEnd } from "./copy-rows.ts";
import { insertRows, isBounded } from "./insert-rows.ts";
import { findStatements, type RowsStatement } from "./statements.ts";
import type { Sql } from "./token.ts";
import { readValue, type SqlValue, type ValueRange } from "./value.ts";

/** Longest dump that fits into one text. */
const maxBytes = 500_000_000;

/**
 * Reads the tables of a blog out of a dump by mysqldump, phpMyAdmin, pg_dump or SQLite's shell. The dump is cut into
 * tokens and never executed; columns that are not wanted are passed over without being read.
 */
export function readDump(file: ImportFile, prefix: string | undefined): RowsRead {
  const fail = (message: string): RowsRead => ({ rows: [], notes: [{ file: file.path, message }] });
  if (file.bytes.length > maxBytes) return fail("is larger than 500 MB; dump only the tables of the blog");
  const decoded = decode(file.bytes);
  if (!decoded.ok) return { rows: [], notes: [unreadable(file.path, decoded)] };
  const sql: Sql = { text: decoded.text, backslashes: hasBackslashes(decoded.text) };
  const { shapes, rows: statements, broken } = findStatements(sql);
  const choice = choose(shapes, prefix);
  if (!choice.ok) return fail(choice.message);
  const dump: Dump = { sql, path: file.path, lines: lineIndex(sql.text), rows: [], notes: [] };
  if (decoded.converted !== undefined)
    dump.notes.push({ file: file.path, message: `converted from ${decoded.converted}` });
  const queries = new Map(choice.queries.map((query) => [query.table, query]));
  for (const statement of statements) {
    const query = queries.get(statement.table);
    if (query) readStatement(dump, statement, query);
  }
  if (broken !== undefined && !dump.notes.some(({ line }) => line !== undefined))
    note(dump, broken, "a string or comment begins here and never ends; what follows was not read");
  return dump;
}

/** By what a dump says before its first row; MySQL alone quotes names by backticks. */
function hasBackslashes(text: string): boolean {
  const head = text.slice(0, Math.max(0, text.search(/^(?:INSERT|COPY)\b/im)) + 40);
  return /[`]|\/\*!|\bENGINE=/.test(head) && !/^PRAGMA |standard_conforming_strings/m.test(head);
}

interface Dump {
  readonly sql: Sql;
  readonly path: string;
  readonly lines: LineIndex;
  readonly rows: TableRow[];
  readonly notes: ImportNote[];
}

function note({ path, lines, notes }: Dump, offset: number, message: string): void {
  notes.push({ file: path, line: lines.pointAt(offset).line, message });
}

function readStatement(dump: Dump, statement: RowsStatement, query: TableQuery): void {
  const { sql } = dump;
  if (statement.form === "copy") {
    for (const { start, values } of copyRows(sql, statement.body))
      readRow(dump, { statement, query, start, values, read: copyValue });
    if (!hasEnd(sql, statement.body)) note(dump, sql.text.length, "the file ends inside of these rows");
    return;
  }
  for (const row of insertRows(sql, statement.body))
    if (row.ok) readRow(dump, { statement, query, start: row.start, values: row.values, read: readValue });
    else note(dump, row.start, row.message);
}

interface FoundRow {
  readonly statement: RowsStatement;
  readonly query: TableQuery;
  readonly start: number;
  readonly values: readonly ValueRange[];
  readonly read: (sql: Sql, range: ValueRange) => SqlValue;
}

function readRow(dump: Dump, { statement, query, start, values, read }: FoundRow): void {
  const { columns, table } = statement;
  if (values.length !== columns.length) {
    note(dump, start, `a row of ${values.length} values for the ${columns.length} columns of ${table}; it is left out`);
    return;
  }
  const found = new Map<string, string>();
  for (const [index, range] of values.entries()) {
    const column = columns[index] ?? "";
    const isMark = query.marks.includes(column);
    if (!isMark && !query.columns.includes(column)) continue;
    const value = isBounded(range) ? read(dump.sql, range) : undefined;
    if (value === undefined) {
      const why = isBounded(range) ? "a value that is no text or number" : "a value of more than 16 MB";
      note(dump, start, `${why} in the column ${column} of ${table}; the row is left out`);
      return;
    }
    if (value !== null && !(isMark && value === "")) found.set(column, isMark ? "1" : value);
  }
  if (query.where && !query.where.values.includes(found.get(query.where.column) ?? "")) return;
  dump.rows.push({ table, values: found, file: dump.path, line: dump.lines.pointAt(start).line });
}
