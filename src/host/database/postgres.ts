import { rowOf, selectOf, shapesOf, type Database } from "./database.ts";

const ofSchema =
  "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position";

/** Opens a database of PostgreSQL for one reading transaction. */
export async function openPostgres(url: URL): Promise<Database> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({
    connectionString: url.href,
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser: () => (value: unknown) => value },
  });
  // What breaks is said by the query that fails.
  client.on("error", () => undefined);
  await client.connect();
  const all = async (text: string): Promise<readonly (readonly unknown[])[]> => {
    const { rows } = await client.query<unknown[]>({ text, rowMode: "array" });
    return rows;
  };
  await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
  return {
    shapes: async () => shapesOf((await all(ofSchema)).map(([table, column]) => [String(table), String(column)])),
    rows: async (query) => (await all(selectOf(query))).map((values) => rowOf(query, values)),
    close: () => client.end(),
  };
}
