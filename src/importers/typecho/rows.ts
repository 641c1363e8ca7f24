import type { ImportNote, TableRow } from "../../model/imported.ts";
import type { TableKind } from "./schema.ts";

/** The rows of a blog by table, whatever they were read from, each table in the order of its numbers. */
export type BlogRows = Readonly<Record<TableKind, readonly TableRow[]>>;

/** What a dump or a backup gives: its rows, and what was wrong with it. */
export interface RowsRead {
  readonly rows: readonly TableRow[];
  readonly notes: readonly ImportNote[];
}

const keys: Readonly<Record<TableKind, readonly string[]>> = {
  contents: ["cid"],
  comments: ["coid"],
  metas: ["order", "mid"],
  relationships: ["cid", "mid"],
  users: ["uid"],
  fields: ["cid"],
  options: ["user"],
};

/** Sorts rows into their tables, so that every way of getting them gives the same site. */
export function sortRows(rows: readonly TableRow[]): BlogRows {
  const of = (kind: TableKind) =>
    rows.filter(({ table }) => table.endsWith(kind)).toSorted((a, b) => compare(a, b, keys[kind]));
  return {
    contents: of("contents"),
    comments: of("comments"),
    metas: of("metas"),
    relationships: of("relationships"),
    users: of("users"),
    fields: of("fields"),
    options: of("options"),
  };
}

function compare(a: TableRow, b: TableRow, by: readonly string[]): number {
  return by.reduce((sign, key) => sign || numberIn(a, key) - numberIn(b, key), 0);
}

/** A whole number in a column, 0 if it holds none: what Typecho takes for “none” as well. */
export function numberIn({ values }: TableRow, column: string): number {
  const number = Number(values.get(column));
  return Number.isSafeInteger(number) ? number : 0;
}

/** The text in a column; empty if there is none. */
export function textIn({ values }: TableRow, column: string): string {
  return values.get(column) ?? "";
}

/** Longest text of a post or comment that is read. */
const maxText = 16_000_000;

/** What is said about a row whose text is left where it is; `undefined` for any other. */
export function tooLong({ values }: TableRow): string | undefined {
  return (values.get("text") ?? "").length > maxText ? "a text of more than 16 MB" : undefined;
}
