import type { PostId, SeriesId } from "../model/brand.ts";
import type { PostSummary } from "../model/post.ts";
import type { ReaderGroup, ReaderStats, Series } from "../model/site.ts";
import { compare } from "./order.ts";

/**
 * Reader counts of the archive. Unknown counts are never taken for 0: they are left out of sums, and the
 * number of counted posts stands beside every sum.
 *
 * @param posts newest first
 */
export function countReaders(
  posts: readonly PostSummary[],
  { series, seriesOf }: { readonly series: readonly Series[]; readonly seriesOf: ReadonlyMap<PostId, SeriesId> },
): ReaderStats {
  const total = sum(posts);
  const days = posts.flatMap(({ meta }) => meta.readersAsOf ?? []).toSorted(compare);
  const [from, to] = [days[0], days.at(-1)];
  return {
    ranking: rank(posts),
    byYear: byYear(posts),
    bySeries: bySeries(posts, series, seriesOf),
    ...(total !== undefined && { total }),
    counted: posts.filter(isCounted).length,
    ...(from !== undefined && to !== undefined && { asOf: { from, to } }),
  };
}

function isCounted({ meta }: PostSummary): boolean {
  return meta.readers !== undefined;
}

function sum(posts: readonly PostSummary[]): number | undefined {
  const known = posts.flatMap(({ meta }) => meta.readers ?? []);
  return known.length === 0 ? undefined : known.reduce((a, b) => a + b, 0);
}

function rank(posts: readonly PostSummary[]): ReaderStats["ranking"] {
  const order = (post: PostSummary) => post.meta.readers ?? -1;
  return posts
    .toSorted((a, b) => order(b) - order(a))
    .map(({ meta }) => ({ post: meta.id, ...(meta.readers !== undefined && { readers: meta.readers }) }));
}

function group(name: string, posts: readonly PostSummary[]): ReaderGroup {
  const readers = sum(posts);
  return {
    name,
    posts: posts.length,
    counted: posts.filter(isCounted).length,
    ...(readers !== undefined && { readers }),
  };
}

/** Newest year first; posts without a date form the last group, named by the empty string. */
function byYear(posts: readonly PostSummary[]): readonly ReaderGroup[] {
  const years = new Map<string, PostSummary[]>();
  for (const post of posts) {
    const year = post.meta.date?.day.slice(0, 4) ?? "";
    years.set(year, [...(years.get(year) ?? []), post]);
  }
  return [...years].sort(([a], [b]) => compare(b, a)).map(([year, ofYear]) => group(year, ofYear));
}

/** From the most to the least read; posts outside any series last, named by the empty string. */
function bySeries(
  posts: readonly PostSummary[],
  series: readonly Series[],
  seriesOf: ReadonlyMap<PostId, SeriesId>,
): ReaderStats["bySeries"] {
  const groups = series
    .map(({ id, name }) => ({
      series: id,
      ...group(
        name,
        posts.filter(({ meta }) => seriesOf.get(meta.id) === id),
      ),
    }))
    .sort((a, b) => (b.readers ?? -1) - (a.readers ?? -1) || compare(a.name, b.name));
  const others = posts.filter(({ meta }) => !seriesOf.has(meta.id));
  return others.length === 0 ? groups : [...groups, group("", others)];
}
