import * as z from "zod";
import { noCounts, readCount, type CountExport, type CountRow } from "./count-export.ts";

/** Asks a database; the rows of the answer. */
export type Query = (sql: string, values: readonly string[]) => Promise<readonly unknown[]>;

const websites = z.array(z.object({ website_id: z.string(), domain: z.string().nullable() }));
const counts = z.array(z.object({ url_path: z.string(), day: z.string(), views: z.string(), visitors: z.string() }));

export type UmamiAnswer =
  | { readonly ok: true; readonly counts: CountExport }
  | { readonly ok: false; readonly message: string; readonly hint: string };

/**
 * Counts the views of a website in the tables of Umami, by day and address; the database does the counting, and no row
 * about a single visit leaves it. Umami keeps times in UTC.
 *
 * @param website its identity; may be left out if there is only one
 */
export async function readUmamiTables(
  query: Query,
  { timeZone, website }: { readonly timeZone: string; readonly website?: string | undefined },
): Promise<UmamiAnswer> {
  const all = websites.parse(await query("select website_id::text, domain from website where deleted_at is null", []));
  const [only, ...others] = all.filter(({ website_id }) => website === undefined || website_id === website);
  if (!only || others.length > 0) {
    const names = all.map(({ website_id, domain }) => `${website_id} (${domain ?? "no domain"})`).join(", ");
    const message = website === undefined ? "the database has not one website" : `it has no website ${website}`;
    return { ok: false, message, hint: `say which with --website: ${names}` };
  }
  const rows = await query(
    `select url_path, to_char(created_at at time zone $2, 'YYYY-MM-DD') as day,
            count(*)::text as views, count(distinct session_id)::text as visitors
       from website_event
      where website_id = $1::uuid and event_type = 1
      group by 1, 2`,
    [only.website_id, timeZone],
  );
  return { ok: true, counts: { ...noCounts, rows: counts.parse(rows).map(toRow) } };
}

function toRow({ url_path, day, views, visitors }: z.infer<typeof counts>[number]): CountRow {
  const [read, people] = [readCount(views), readCount(visitors)];
  return {
    address: url_path,
    day,
    ...(read !== undefined && { views: read }),
    ...(people !== undefined && { visitors: people }),
  };
}
