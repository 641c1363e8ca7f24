import type { Database } from "../../host/database/database.ts";
import { explainDatabase } from "../../host/database/explain.ts";
import { openMysql } from "../../host/database/mysql.ts";
import { openPostgres } from "../../host/database/postgres.ts";
import { useError } from "../../host/use-error.ts";
import type { Importer, ImportOptions, TableRow } from "../../model/imported.ts";

/** A database that can be opened, and what it is called in messages: never with a user or a password. */
export interface DatabaseAddress {
  readonly where: string;
  readonly open: () => Promise<Database>;
}

const clients: Readonly<Record<string, (url: URL) => Promise<Database>>> = {
  "mysql:": openMysql,
  "mariadb:": openMysql,
  "postgres:": openPostgres,
  "postgresql:": openPostgres,
};

/** The database of an address such as `mysql://user:password@127.0.0.1/blog`; `undefined` if the text is none. */
export function addressOf(typed: string): DatabaseAddress | undefined {
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  const client = url && Object.hasOwn(clients, url.protocol) ? clients[url.protocol] : undefined;
  return url && client && { where: `${url.host}${url.pathname}`, open: () => client(url) };
}

/** Reads the rows that an importer chooses, and nothing else; the database is closed again whatever happens. */
export async function rowsOf(
  { where, open }: DatabaseAddress,
  { choose }: Importer,
  options: ImportOptions,
): Promise<readonly TableRow[]> {
  const failed = (error: unknown): never => {
    throw explainDatabase(error, where);
  };
  const database = await open().catch(failed);
  try {
    const choice = choose?.(await database.shapes(), options) ?? { ok: true, queries: [] };
    if (!choice.ok) throw useError(`in the database ${where} ${choice.message}`);
    const rows: TableRow[] = [];
    for (const query of choice.queries)
      for (const [index, values] of (await database.rows(query)).entries())
        rows.push({ table: query.table, values, file: query.table, line: numberOf(values, query.columns[0], index) });
    return rows;
  } catch (error) {
    return failed(error);
  } finally {
    await database.close().catch(() => undefined);
  }
}

/** The number of a row, which is in its first column, else its place. */
function numberOf(values: ReadonlyMap<string, string>, column: string | undefined, index: number): number {
  const number = Number(values.get(column ?? ""));
  return Number.isSafeInteger(number) && number > 0 ? number : index + 1;
}
