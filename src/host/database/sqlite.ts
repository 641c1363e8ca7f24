import { useError } from "../use-error.ts";
import { rowOf, selectOf, shapesOf, type Database } from "./database.ts";

const mark = "SQLite format 3\0";

export function isSqlite(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, mark.length)) === mark;
}

const ofSchema =
  "SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY t.name, c.cid";

/** Byte 18 of a file whose last changes may stand in a second file beside it. */
const writeAhead = 2;

/** Opens a file of SQLite from a copy in memory, so that the file itself stays as it is. */
export async function openSqlite(bytes: Uint8Array): Promise<Database> {
  if (bytes[18] === writeAhead)
    throw useError(
      "the file of SQLite keeps its last changes in a second file",
      "sqlite3 blog.db .dump > blog.sql, then import blog.sql",
    );
  const { default: initSqlJs } = await import("sql.js");
  const { Database: Sqlite } = await initSqlJs();
  const database = new Sqlite(bytes);
  const all = (sql: string): readonly (readonly unknown[])[] => database.exec(sql)[0]?.values ?? [];
  return {
    shapes: async () => shapesOf(all(ofSchema).map(([table, column]) => [String(table), String(column)])),
    rows: async (query) => all(selectOf(query)).map((values) => rowOf(query, values)),
    close: async () => database.close(),
  };
}
