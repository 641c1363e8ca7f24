/** The count of a post on a day, or up to a day; one row of a file of counts. */
export interface DailyCount {
  /** Absent: a baseline. */
  readonly day?: string;
  /** Path of a post of this site. */
  readonly path: string;
  readonly views?: number;
  readonly visitors?: number;
}

/**
 * Joins what a source has said before with what it says now, so that nothing is counted twice whatever is imported
 * again. A day between the first and the last day of the input is replaced as a whole. Those two may have been cut off
 * in their midst, before or now: there the larger number of each page stays. A baseline follows the input.
 *
 * @param days of which the input says anything
 */
export function mergeCounts(
  present: readonly DailyCount[],
  counted: readonly DailyCount[],
  days: ReadonlySet<string>,
): readonly DailyCount[] {
  const sorted = [...days].sort();
  const edges = new Set([sorted[0], sorted.at(-1)]);
  const isReplaced = ({ day }: DailyCount) => day !== undefined && days.has(day) && !edges.has(day);
  const merged = new Map(present.filter((one) => !isReplaced(one)).map((one) => [keyOf(one), one]));
  for (const count of counted) {
    const before = merged.get(keyOf(count));
    merged.set(keyOf(count), before && count.day !== undefined ? larger(before, count) : count);
  }
  return [...merged.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}

/** Sorts by day, baselines first, then by path. */
function keyOf({ day = "", path }: DailyCount): string {
  return `${day}\0${path}`;
}

function larger(a: DailyCount, b: DailyCount): DailyCount {
  const views = largerOf(a.views, b.views);
  const visitors = largerOf(a.visitors, b.visitors);
  return { ...b, ...(views !== undefined && { views }), ...(visitors !== undefined && { visitors }) };
}

function largerOf(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.max(a, b);
}
