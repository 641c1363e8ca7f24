import type { ReaderData } from "../model/readers.ts";
import type { ReaderSource } from "../model/site.ts";
import { groupBy } from "../text/group-by.ts";
import { compare } from "./order.ts";
import { sumOf, type ReaderEntry } from "./reader-entries.ts";

/** Days that counts cover. */
export interface ReaderDays {
  /** Up to which day a baseline goes, if anybody says it. */
  readonly asOf: (baseline: ReaderEntry) => string | undefined;
  /** Days on which each source has counted. */
  readonly spans: ReadonlyMap<string, { readonly from: string; readonly to: string }>;
}

/** What each source has added, from the largest part to the smallest. */
export function sourcesOf(
  counted: readonly ReaderEntry[],
  { asOf, spans }: ReaderDays,
  infos: ReaderData["infos"],
): readonly ReaderSource[] {
  return [...groupBy(counted, ({ source }) => source)]
    .map(([name, all]): ReaderSource => {
      const { label, robotsFiltered } = infos.get(name) ?? {};
      const baselines = all.filter(({ day }) => day === undefined);
      const days = spans.get(name);
      const ends = baselines.flatMap((entry) => asOf(entry) ?? []).toSorted(compare);
      const [from, to] = [ends[0], ends.at(-1)];
      return {
        name,
        ...(label !== undefined && { label }),
        ...(robotsFiltered !== undefined && { robotsFiltered }),
        readers: sumOf(all),
        ...(baselines.length > 0 && { baseline: from !== undefined && to !== undefined ? { from, to } : {} }),
        ...(days && { days }),
      };
    })
    .toSorted((a, b) => b.readers - a.readers || compare(a.name, b.name));
}
