import type { TableShape } from "../../../model/imported.ts";
import { nameValue } from "./string-value.ts";
import { tokenAt, type Sql, type Token } from "./token.ts";

/** A statement that brings rows; its rows begin at `body`. */
export interface RowsStatement extends TableShape {
  readonly form: "values" | "copy";
  readonly body: number;
}

export interface Statements {
  /** Tables by `CREATE TABLE`, else by the columns that a statement names. */
  readonly shapes: readonly TableShape[];
  readonly rows: readonly RowsStatement[];
  /** Where a string or a comment begins that never ends. */
  readonly broken?: number;
}

/** Words that begin a line of `CREATE TABLE` which is no column. */
const notColumns = /^(?:primary|key|unique|index|constraint|fulltext|spatial|foreign|check|exclude|period|like)$/i;

/** Finds the tables of a dump and the statements that fill them, and passes over everything else. */
export function findStatements(sql: Sql): Statements {
  const shapes = new Map<string, readonly string[]>();
  const rows: RowsStatement[] = [];
  const add = (shape: TableShape) => {
    if (!shapes.has(shape.table) && shape.columns.length > 0) shapes.set(shape.table, shape.columns);
  };
  const result = () => ({ shapes: [...shapes].map(([table, columns]) => ({ table, columns })), rows });
  let at = 0;
  for (;;) {
    const token = tokenAt(sql, at);
    if (token.kind === "end") return result();
    if (token.kind === "broken") return { ...result(), broken: token.start };
    const reader: Reader = { sql, at: token.end };
    const first = wordOf(sql, token);
    // What stands in comments for MySQL alone leaves its `;` behind.
    if (first === ";") {
      at = token.end;
      continue;
    }
    if (first === "create") {
      const shape = createTable(reader);
      if (shape) add(shape);
    } else if (first === "insert" || first === "replace" || first === "copy") {
      const found = rowsOf(reader, first === "copy" ? "copy" : "values");
      if (found) {
        add(found);
        rows.push({ ...found, columns: found.columns.length > 0 ? found.columns : (shapes.get(found.table) ?? []) });
      }
    }
    at = endOfStatement(reader, rows.at(-1));
  }
}

interface Reader {
  readonly sql: Sql;
  at: number;
}

function next(reader: Reader): Token {
  const token = tokenAt(reader.sql, reader.at);
  reader.at = token.end;
  return token;
}

function wordOf({ text }: Sql, { kind, start, end }: Token): string {
  return kind === "word" || kind === "sign" ? text.slice(start, end).toLowerCase() : "";
}

/** The last part of a name such as `public.posts` in any mixture of quotation marks. */
function tableName(reader: Reader, first: Token): string {
  let name = first;
  for (;;) {
    const after = tokenAt(reader.sql, reader.at);
    const joined =
      wordOf(reader.sql, name).endsWith(".") || (after.start === name.end && wordOf(reader.sql, after) === ".");
    if (!joined) return nameValue(reader.sql, name);
    name = next(reader);
  }
}

/** `CREATE TABLE [IF NOT EXISTS] name (…)`, the `CREATE` being read. */
function createTable(reader: Reader): TableShape | undefined {
  if (wordOf(reader.sql, next(reader)) !== "table") return undefined;
  let token = next(reader);
  while (/^(?:if|not|exists)$/.test(wordOf(reader.sql, token))) token = next(reader);
  const table = tableName(reader, token);
  if (wordOf(reader.sql, next(reader)) !== "(") return undefined;
  return { table, columns: columnList(reader) };
}

/** Names at the beginnings of the items in brackets. */
function columnList(reader: Reader): readonly string[] {
  const columns: string[] = [];
  let depth = 1;
  let isFirst = true;
  while (depth > 0) {
    const token = next(reader);
    if (token.kind === "end" || token.kind === "broken") return columns;
    const word = wordOf(reader.sql, token);
    if (isFirst && (token.kind === "name" || (token.kind === "word" && !notColumns.test(word))))
      columns.push(nameValue(reader.sql, token));
    isFirst = depth === 1 && word === ",";
    if (word === "(") depth += 1;
    if (word === ")") depth -= 1;
  }
  return columns;
}

/** `INSERT INTO name [(…)] VALUES` or `COPY name (…) FROM stdin;` with what follows. */
function rowsOf(reader: Reader, form: RowsStatement["form"]): RowsStatement | undefined {
  let token = next(reader);
  while (/^(?:into|ignore|or|replace|delayed|low_priority)$/.test(wordOf(reader.sql, token))) token = next(reader);
  const table = tableName(reader, token);
  token = next(reader);
  const columns = wordOf(reader.sql, token) === "(" ? columnList(reader) : [];
  if (columns.length > 0) token = next(reader);
  const word = wordOf(reader.sql, token);
  if (form === "values") return /^values?$/.test(word) ? { table, columns, form, body: token.end } : undefined;
  const isStdin = word === "from" && wordOf(reader.sql, next(reader)) === "stdin";
  if (!isStdin) return undefined;
  while (!/^;?$/.test(wordOf(reader.sql, next(reader))));
  return { table, columns, form, body: reader.sql.text.indexOf("\n", reader.at) + 1 };
}

/** Offset behind the `;`, or behind the `\.` of the rows that `COPY` brings. */
function endOfStatement(reader: Reader, last: RowsStatement | undefined): number {
  if (last?.form === "copy" && last.body >= reader.at && last.body > 0) return endOfCopy(reader.sql, last.body);
  for (;;) {
    const token = tokenAt(reader.sql, reader.at);
    if (token.kind === "end" || token.kind === "broken") return token.start;
    reader.at = token.end;
    if (wordOf(reader.sql, token) === ";") return reader.at;
  }
}

/** Offset behind the line `\.`, or the end of the text. */
export function endOfCopy({ text }: Sql, body: number): number {
  if (text.startsWith("\\.", body)) return body + 2;
  const end = text.indexOf("\n\\.", body);
  return end === -1 ? text.length : end + 3;
}
