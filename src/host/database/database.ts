import type { TableQuery, TableShape } from "../../model/imported.ts";

/** A database that is only read. */
export interface Database {
  readonly shapes: () => Promise<readonly TableShape[]>;
  /** Rows by their columns, every value as text; NULL is absent. */
  readonly rows: (query: TableQuery) => Promise<readonly ReadonlyMap<string, string>[]>;
  readonly close: () => Promise<void>;
}

/** Names and texts as the database writes them. */
export interface Quotes {
  readonly name: (name: string) => string;
  readonly text: (text: string) => string;
}

export const quotes = {
  name: (name) => `"${name.replaceAll('"', '""')}"`,
  text: (text) => `'${text.replaceAll("'", "''")}'`,
} as const satisfies Quotes;

/** The statement for a query: named columns only, and of a marked column only whether it holds anything. */
export function selectOf({ table, columns, marks, where }: TableQuery, { name, text }: Quotes = quotes): string {
  const parts = [
    ...columns.map(name),
    ...marks.map((one) => `CASE WHEN ${name(one)} IS NULL OR ${name(one)} = '' THEN NULL ELSE '1' END AS ${name(one)}`),
  ];
  const condition = where ? ` WHERE ${name(where.column)} IN (${where.values.map(text).join(", ")})` : "";
  return `SELECT ${parts.join(", ")} FROM ${name(table)}${condition}`;
}

/** A row of values in the order of the query's columns and marks. */
export function rowOf({ columns, marks }: TableQuery, values: readonly unknown[]): ReadonlyMap<string, string> {
  const row = new Map<string, string>();
  [...columns, ...marks].forEach((column, index) => {
    const value = values[index];
    if (typeof value === "string" || typeof value === "number") row.set(column, String(value));
    else if (value instanceof Uint8Array) row.set(column, new TextDecoder().decode(value));
  });
  return row;
}

/** Tables with their columns, from rows of the two names. */
export function shapesOf(rows: readonly (readonly [table: string, column: string])[]): readonly TableShape[] {
  const shapes = new Map<string, string[]>();
  for (const [table, column] of rows) shapes.set(table, [...(shapes.get(table) ?? []), column]);
  return [...shapes].map(([table, columns]) => ({ table, columns }));
}
