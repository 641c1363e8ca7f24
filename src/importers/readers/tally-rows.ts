import type { CountRow } from "./count-export.ts";
import type { DailyCount } from "./merge-counts.ts";

export interface Tally {
  readonly counts: readonly DailyCount[];
  /** Days of which there is a row, of whatever page. */
  readonly days: ReadonlySet<string>;
  /** Rows about addresses that are no post. */
  readonly elsewhere: number;
  /** Rows of days that are not yet. */
  readonly later: number;
}

/** Adds up the rows of an export by day and post, whichever of its addresses they name. */
export function tallyRows(
  rows: readonly CountRow[],
  { find, today }: { readonly find: (address: string) => string | undefined; readonly today: string },
): Tally {
  const counts = new Map<string, DailyCount>();
  const days = new Set<string>();
  let elsewhere = 0;
  let later = 0;
  for (const row of rows) {
    const { address, day } = row;
    if (day !== undefined && day > today) {
      later += 1;
      continue;
    }
    if (day !== undefined) days.add(day);
    const path = find(address);
    if (path === undefined) elsewhere += 1;
    else counts.set(`${day} ${path}`, added(counts.get(`${day} ${path}`), row, path));
  }
  return { counts: [...counts.values()], days, elsewhere, later };
}

function added(before: DailyCount | undefined, { day, views, visitors }: CountRow, path: string): DailyCount {
  return {
    path,
    ...(day !== undefined && { day }),
    ...sum("views", before?.views, views),
    ...sum("visitors", before?.visitors, visitors),
  };
}

/** What is unknown stays so, if nobody knows it. */
function sum(name: "views" | "visitors", a: number | undefined, b: number | undefined): Partial<DailyCount> {
  return a === undefined && b === undefined ? {} : { [name]: (a ?? 0) + (b ?? 0) };
}
