import type { Client } from "pg";
import { rowOf, selectOf, shapesOf, type Database } from "./database.ts";

const ofSchema =
  "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position";

/** Opens a database of PostgreSQL for one reading transaction. */
export async function openPostgres(url: URL): Promise<Database> {
  const client = await connectPostgres(url);
  const all = async (text: string): Promise<readonly (readonly unknown[])[]> => {
    const { rows } = await client.query<unknown[]>({ text, rowMode: "array" });
    return rows;
  };
  return {
    shapes: async () => shapesOf((await all(ofSchema)).map(([table, column]) => [String(table), String(column)])),
    rows: async (query) => (await all(selectOf(query))).map((values) => rowOf(query, values)),
    close: () => client.end(),
  };
}

/** A client in a transaction that sees one state of the database and can only read. Every value comes as text. */
export async function connectPostgres(url: URL): Promise<Client> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({
    connectionString: url.href,
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser: () => (value: unknown) => value },
  });
  // What breaks is said by the query that fails.
  client.on("error", () => undefined);
  await client.connect();
  await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
  return client;
}
