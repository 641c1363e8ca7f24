import { explainDatabase } from "../../host/database/explain.ts";
import { connectPostgres } from "../../host/database/postgres.ts";
import { useError } from "../../host/use-error.ts";
import type { CountExport } from "../../importers/readers/count-export.ts";
import { readUmamiTables } from "../../importers/readers/umami-database.ts";

export const isDatabase = (typed: string): boolean => /^[a-z]+:\/\//i.test(typed);

/**
 * The counts in a database of Umami in PostgreSQL, in a transaction that can only read. Its address holds a password, and
 * is never printed.
 */
export async function askUmami(
  address: string,
  options: { readonly timeZone: string; readonly website?: string | undefined },
): Promise<CountExport> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^postgres(?:ql)?:$/.test(url.protocol))
    throw useError("this is no address of a database", "postgres://user:password@127.0.0.1/umami");
  try {
    const client = await connectPostgres(url);
    try {
      const answer = await readUmamiTables(
        async (sql, values) => (await client.query<Record<string, unknown>>(sql, [...values])).rows,
        options,
      );
      if (!answer.ok) throw useError(answer.message, answer.hint);
      return answer.counts;
    } finally {
      await client.end();
    }
  } catch (error) {
    throw explainDatabase(error, `${url.host}${url.pathname}`);
  }
}
