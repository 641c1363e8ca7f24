import type { PostId, SeriesId } from "../model/brand.ts";
import type { Outcome } from "../model/diagnostic.ts";
import type { PostSummary } from "../model/post.ts";
import type { ReaderData } from "../model/readers.ts";
import type { ReaderGroup, ReaderRow, ReaderStats, Series } from "../model/site.ts";
import { daysFrom } from "../text/dates.ts";
import { groupBy } from "../text/group-by.ts";
import { known } from "../text/known.ts";
import { compare } from "./order.ts";
import { joinCounts, type PostReaders } from "./reader-counts.ts";
import { readerEntries, type ReaderInput } from "./reader-entries.ts";

type Counts = ReadonlyMap<PostId, PostReaders>;

interface Given extends ReaderInput {
  readonly infos: ReaderData["infos"];
  readonly series: readonly Series[];
  readonly seriesOf: ReadonlyMap<PostId, SeriesId>;
}

/**
 * Reader counts of the archive, from front matter and from the files of counts. Unknown counts are never taken for 0:
 * they are left out of sums, and the number of counted posts stands beside every sum. `posts` are newest first.
 *
 * Reports readers/unknown-path, readers/mixed and readers/two-baselines.
 */
export function countReaders(given: Given): Outcome<ReaderStats> {
  const { posts, infos } = given;
  const entries = readerEntries(given);
  const joined = joinCounts(entries.value.entries, posts, infos);
  const { of: counts, sources, byMonth } = joined.value;
  const total = sum(posts, counts);
  const until = [...counts.values()]
    .flatMap((one) => one.until ?? [])
    .toSorted(compare)
    .at(-1);
  const value: ReaderStats = {
    measure: entries.value.measure,
    of: new Map([...counts].map(([post, { readers }]) => [post, readers])),
    ranking: rank(posts, counts),
    byYear: byYear(posts, counts),
    bySeries: bySeries(given, counts),
    byMonth,
    sources,
    ...(total !== undefined && { total }),
    counted: counts.size,
    ...(until !== undefined && { until }),
  };
  return { value, diagnostics: [...entries.diagnostics, ...joined.diagnostics] };
}

function sum(posts: readonly PostSummary[], counts: Counts): number | undefined {
  const known = posts.flatMap(({ meta }) => counts.get(meta.id)?.readers ?? []);
  return known.length === 0 ? undefined : known.reduce((a, b) => a + b, 0);
}

function rank(posts: readonly PostSummary[], counts: Counts): readonly ReaderRow[] {
  return posts
    .map(({ meta }): ReaderRow => {
      const count = counts.get(meta.id);
      const perDay = count && rate(count, meta.date?.day);
      return {
        post: meta.id,
        ...(count && { readers: count.readers }),
        ...(perDay !== undefined && { perDay }),
      };
    })
    .toSorted((a, b) => (b.readers ?? -1) - (a.readers ?? -1));
}

/** A post that was published before counting began is measured from there, unless a baseline goes back to its first day. */
function rate({ readers, since = "", until }: PostReaders, published: string | undefined): number | undefined {
  if (published === undefined || until === undefined) return undefined;
  const days = daysFrom(since > published ? since : published, until);
  return days > 0 ? readers / days : undefined;
}

function group(name: string, posts: readonly PostSummary[], counts: Counts): ReaderGroup {
  const readers = sum(posts, counts);
  return {
    name,
    posts: posts.length,
    counted: posts.filter(({ meta }) => counts.has(meta.id)).length,
    ...(readers !== undefined && { readers }),
  };
}

/** Newest year first; posts without a date form the last group, named by the empty string. */
function byYear(posts: readonly PostSummary[], counts: Counts): readonly ReaderGroup[] {
  return [...groupBy(posts, ({ meta }) => meta.date?.day.slice(0, 4) ?? "")]
    .toSorted(([a], [b]) => compare(b, a))
    .map(([year, ofYear]) => group(year, ofYear, counts));
}

/** From the most to the least read; posts outside any series last, named by the empty string. */
function bySeries({ posts, series, seriesOf }: Given, counts: Counts): ReaderStats["bySeries"] {
  const members = groupBy(posts, ({ meta }) => seriesOf.get(meta.id));
  const groups = series
    .map(({ id, name }) => ({ series: id, ...group(name, known(members, id), counts) }))
    .toSorted((a, b) => (b.readers ?? -1) - (a.readers ?? -1) || compare(a.name, b.name));
  const others = members.get(undefined);
  return others ? [...groups, group("", others, counts)] : groups;
}
