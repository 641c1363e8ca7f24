import type { ReaderMonth } from "../model/site.ts";
import { groupBy } from "../text/group-by.ts";
import { itemAt } from "../text/known.ts";
import { sumOf, type ReaderEntry } from "./reader-entries.ts";

/** Every month from the first to the last that a day of a source falls into; one in between without any is unknown. */
export function monthsOf(counted: readonly ReaderEntry[]): readonly ReaderMonth[] {
  const dated = counted.flatMap((entry) => (entry.day === undefined ? [] : [{ entry, month: monthIndex(entry.day) }]));
  if (dated.length === 0) return [];
  const months = groupBy(dated, ({ month }) => month);
  const indices = [...months.keys()].toSorted((a, b) => a - b);
  const first = itemAt(indices, 0);
  return Array.from({ length: itemAt(indices, indices.length - 1) - first + 1 }, (_, offset) => {
    const entries = months.get(first + offset)?.map(({ entry }) => entry);
    return { month: monthName(first + offset), ...(entries && { readers: sumOf(entries) }) };
  });
}

/** Months since the year 0. */
function monthIndex(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function monthName(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}
