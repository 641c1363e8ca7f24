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
 * Joins what a source has said before with what it says now: of each day and page the larger number stands. So nothing is
 * counted twice, whatever is imported again, in whatever order and however days were cut off; a day that no single import
 * holds as a whole is counted too low, never too high.
 */
export function mergeCounts(present: readonly DailyCount[], counted: readonly DailyCount[]): readonly DailyCount[] {
  const merged = new Map<string, DailyCount>();
  for (const count of [...present, ...counted]) {
    const before = merged.get(keyOf(count));
    merged.set(keyOf(count), before ? larger(before, count) : count);
  }
  return [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
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
