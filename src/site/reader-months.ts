import type { ReaderMonth } from "../model/site.ts";
import { groupBy } from "../text/group-by.ts";
import { compare } from "./order.ts";
import { sumOf, type ReaderEntry } from "./reader-entries.ts";

/** Every month from the first to the last that a day of a source falls into; one in between without any is unknown. */
export function monthsOf(counted: readonly ReaderEntry[]): readonly ReaderMonth[] {
  const dated = counted.flatMap((entry) =>
    entry.day === undefined ? [] : [{ ...entry, month: entry.day.slice(0, 7) }],
  );
  const months = groupBy(dated, ({ month }) => month);
  const [first, ...others] = [...months.keys()].toSorted(compare);
  const all: ReaderMonth[] = [];
  for (let month = first; month !== undefined && month <= (others.at(-1) ?? month); month = nextMonth(month)) {
    const entries = months.get(month);
    all.push({ month, ...(entries && { readers: sumOf(entries) }) });
  }
  return all;
}

function nextMonth(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}
