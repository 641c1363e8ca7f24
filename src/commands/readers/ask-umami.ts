import { useError } from "../../host/use-error.ts";
import type { CountExport } from "../../importers/readers/count-export.ts";
import { readUmamiTables } from "../../importers/readers/umami-database.ts";

export const isDatabase = (typed: string): boolean => /^postgres(?:ql)?:\/\//.test(typed);

/**
 * The counts in a database of Umami in PostgreSQL, in a connection that can only read. Its address holds a password, and
 * is never printed.
 */
export async function askUmami(
  address: string,
  options: { readonly timeZone: string; readonly website?: string | undefined },
): Promise<CountExport> {
  const { Client } = (await import("pg")).default;
  const client = new Client({ connectionString: address, options: "-c default_transaction_read_only=on" });
  try {
    await client.connect();
    const answer = await readUmamiTables(
      async (sql, values) => (await client.query<Record<string, unknown>>(sql, [...values])).rows,
      options,
    );
    if (!answer.ok) throw useError(answer.message, answer.hint);
    return answer.counts;
  } catch (error) {
    const isOfDatabase = error instanceof Error && "code" in error;
    throw isOfDatabase ? useError(`the database does not answer: ${String(error.code)} ${error.message}`) : error;
  } finally {
    await client.end();
  }
}
