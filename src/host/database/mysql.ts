import type { RowDataPacket } from "mysql2";
import { quotes, rowOf, selectOf, shapesOf, type Database, type Quotes } from "./database.ts";

const mysqlQuotes: Quotes = { ...quotes, name: (name) => `\`${name.replaceAll("`", "``")}\`` };

const ofSchema =
  "SELECT TABLE_NAME, COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME, ORDINAL_POSITION";

/** Opens a database of MySQL or MariaDB for one reading transaction. */
export async function openMysql(url: URL): Promise<Database> {
  const { createConnection } = await import("mysql2/promise");
  const connection = await createConnection({
    host: url.hostname,
    port: Number(url.port === "" ? "3306" : url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
    charset: "utf8mb4",
    rowsAsArray: true,
    connectTimeout: 10_000,
    typeCast: (field) => field.string(),
  });
  // What breaks is said by the query that fails.
  connection.on("error", () => undefined);
  const all = async (sql: string): Promise<readonly (readonly unknown[])[]> => {
    const [rows] = await connection.query<RowDataPacket[][]>(sql);
    return rows;
  };
  await connection.query("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
  return {
    shapes: async () => shapesOf((await all(ofSchema)).map(([table, column]) => [String(table), String(column)])),
    rows: async (query) => (await all(selectOf(query, mysqlQuotes))).map((values) => rowOf(query, values)),
    close: () => connection.end(),
  };
}
