import type { PostId } from "../model/brand.ts";
import type { Outcome } from "../model/diagnostic.ts";
import type { PostSummary } from "../model/post.ts";
import type { ReaderData } from "../model/readers.ts";
import type { ReaderMonth, ReaderSource } from "../model/site.ts";
import { groupBy } from "../text/group-by.ts";
import { known } from "../text/known.ts";
import { frontMatterSource } from "../text/reader-sources.ts";
import { compare } from "./order.ts";
import { afterBaselines, twoBaselines } from "./reader-baselines.ts";
import { sumOf, type ReaderEntry } from "./reader-entries.ts";
import { monthsOf } from "./reader-months.ts";
import { sourcesOf, type ReaderDays } from "./reader-sources.ts";

/** The count of one post, with the first and last day that it covers; absent days are not known. */
export interface PostReaders {
  readonly readers: number;
  /** Absent: from publication on. */
  readonly since?: string;
  readonly until?: string;
}

export interface JoinedCounts {
  readonly of: ReadonlyMap<PostId, PostReaders>;
  readonly sources: readonly ReaderSource[];
  readonly byMonth: readonly ReaderMonth[];
}

/**
 * Adds up the counts of every post: its baselines, and what sources have counted after the day up to which the newest
 * of these goes; the days before are in the baseline already. The parts of all sources make the total, and so do the
 * counts of all posts.
 *
 * Reports readers/two-baselines.
 */
export function joinCounts(
  entries: readonly ReaderEntry[],
  posts: readonly PostSummary[],
  infos: ReaderData["infos"],
): Outcome<JoinedCounts> {
  const inPosts = new Map(posts.map(({ meta }) => [meta.id, meta.readersAsOf]));
  const asOf: ReaderDays["asOf"] = ({ post, source }) =>
    (source === frontMatterSource ? inPosts.get(post) : undefined) ?? infos.get(source)?.asOf;
  const byPost = groupBy(entries, ({ post }) => post);
  const counted = [...byPost.values()].flatMap((all) => afterBaselines(all, asOf));
  const days = { asOf, spans: spansOf(counted) };
  const of = [...groupBy(counted, ({ post }) => post)].map(([post, all]) => [post, countOf(all, days)] as const);
  return {
    value: { of: new Map(of), sources: sourcesOf(counted, days, infos), byMonth: monthsOf(counted) },
    diagnostics: twoBaselines(byPost),
  };
}

/** First and last day that each source has a count of. */
function spansOf(counted: readonly ReaderEntry[]): ReaderDays["spans"] {
  const spans = new Map<string, { readonly from: string; readonly to: string }>();
  for (const { source, day } of counted) {
    if (day === undefined) continue;
    const { from, to } = spans.get(source) ?? { from: day, to: day };
    spans.set(source, { from: day < from ? day : from, to: day > to ? day : to });
  }
  return spans;
}

/** A source that has counted a post on one day has watched it on all of its days: days without a row are days without readers. */
function countOf(all: readonly ReaderEntry[], { asOf, spans }: ReaderDays): PostReaders {
  const baselines = all.filter(({ day }) => day === undefined);
  const watched = all.flatMap(({ day, source }) => (day === undefined ? [] : [known(spans, source)]));
  const [since] = baselines.length > 0 ? [] : watched.map(({ from }) => from).toSorted(compare);
  const ends = [...baselines.flatMap((entry) => asOf(entry) ?? []), ...watched.map(({ to }) => to)];
  const until = ends.toSorted(compare).at(-1);
  return { readers: sumOf(all), ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
}
