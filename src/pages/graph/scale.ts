import type { GraphPost, GraphYear } from "../../model/graph.ts";
import { daysFrom } from "../../text/dates.ts";
import { groupBy } from "../../text/group-by.ts";
import { itemAt } from "../../text/known.ts";

export interface TimeScale {
  readonly years: readonly GraphYear[];
  readonly at: (day: string) => number;
}

interface Extent {
  readonly start: number;
  readonly end: number;
  /** Pixels that a year has before any of its posts is counted; years in between that have no posts have half of it together. */
  readonly yearRoom: number;
}

/**
 * Days along an axis from the first post to the last: a year is as long as it has posts, so that busy years are not
 * crowded, and years without posts shrink to a gap. Inside of a year days are evenly spaced.
 *
 * @param posts oldest first, at least one
 */
export function timeScale(posts: readonly Pick<GraphPost, "day">[], { start, end, yearRoom }: Extent): TimeScale {
  const [first, last] = [itemAt(posts, 0).day, itemAt(posts, posts.length - 1).day];
  const groups = [...groupBy(posts, ({ day }) => day.slice(0, 4))];
  const gaps = groups.map(([year], index) => {
    const before = groups[index - 1];
    return before && Number(year) - Number(before[0]) > 1 ? yearRoom / 2 : 0;
  });
  const free = end - start - groups.length * yearRoom - gaps.reduce((a, b) => a + b, 0);
  const perPost = Math.max(0, free) / posts.length;
  let reached = start;
  const years = groups.map(([year, members], index) => {
    const from = reached + itemAt(gaps, index);
    reached = from + yearRoom + members.length * perPost;
    return { year, from, to: reached };
  });
  return {
    years,
    at(day) {
      const { year, from, to } = itemAt(
        years,
        years.findIndex((one) => day.startsWith(one.year)),
      );
      const begin = first.startsWith(year) ? first : `${year}-01-01`;
      const days = Math.max(2, daysFrom(begin, last.startsWith(year) ? last : `${year}-12-31`));
      return from + ((to - from) * (daysFrom(begin, day) - 1)) / (days - 1);
    },
  };
}
