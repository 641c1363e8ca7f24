import type { PostId, SeriesId, UrlPath } from "../model/brand.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import type { PostSummary } from "../model/post.ts";
import type { PartNumber, Series, SeriesEntry } from "../model/site.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { foldTitle, parseSeriesTitle } from "../text/series-title.ts";
import { slug } from "../text/slug.ts";

/** A longer run of absent numbers is another way of counting (years, issues), not a gap. */
const longestGap = 50;

export interface SeriesOptions {
  readonly urlOf: (id: SeriesId) => UrlPath;
}

export interface SeriesOfPosts {
  /** Newest post first; of equal ones the older series first. */
  readonly series: readonly Series[];
  readonly seriesOf: ReadonlyMap<PostId, SeriesId>;
}

interface Member {
  readonly post: PostSummary;
  readonly name: string;
  readonly part: PartNumber;
}

/**
 * Finds the series of an archive.
 *
 * A post belongs to the series that its front matter names, else to the one its title names
 * (`名（三）：副题`); spellings that differ in punctuation, width or case are one series, which is called as in
 * its oldest post. One post is a series if it has a number or a half, because these promise others.
 *
 * Parts stand by number, then half (上中下), then date from old to new, then path; posts without number come
 * after those with one, posts without date after those with one. Absent numbers between the first and
 * the last part become missing parts. Numbers before the first are not missing, nor are halves: 上 and 下
 * make a whole, and many series number them on (25 上, 26 下).
 *
 * @param posts without drafts, in any order
 * Reports series/duplicate-part.
 */
export function groupSeries(posts: readonly PostSummary[], { urlOf }: SeriesOptions): Outcome<SeriesOfPosts> {
  const ids = new Set<string>();
  const made = [...groupByName(posts).values()].filter(isSeries).map((members) => {
    const id = uniqueSlug(members[0].name, ids);
    return {
      ...toSeries(members, { id, url: urlOf(id) }),
      newest: Math.max(...members.map(({ post }) => timeOf(post, -Infinity))),
    };
  });
  const series = [...made].sort((a, b) => compare(b.newest, a.newest)).map((one) => one.series);
  return {
    value: { series, seriesOf: new Map(series.flatMap(({ id, posts: of }) => of.map((post) => [post, id]))) },
    diagnostics: made.flatMap((one) => one.diagnostics),
  };
}

type Members = readonly [Member, ...Member[]];

/** Members by the key of their series' name, series and members from old to new. */
function groupByName(posts: readonly PostSummary[]): ReadonlyMap<string, Members> {
  const oldFirst = [...posts].sort(
    (a, b) => compare(timeOf(a, Infinity), timeOf(b, Infinity)) || compare(a.path, b.path),
  );
  return group(oldFirst.flatMap(membership), ({ name }) => foldTitle(name));
}

function group(members: readonly Member[], keyOf: (member: Member) => string): ReadonlyMap<string, Members> {
  const groups = new Map<string, Members>();
  for (const member of members) {
    const others = groups.get(keyOf(member));
    groups.set(keyOf(member), others ? [...others, member] : [member]);
  }
  return groups;
}

/** At most one; the front matter's part number goes before the title's, whose half stays. */
function membership(post: PostSummary): readonly Member[] {
  const { title, series } = post.meta;
  if (series?.name === false) return [];
  const found = parseSeriesTitle(title);
  if (!series) return found ? [{ post, name: found.name, part: found.part }] : [];
  return [
    { post, name: series.name, part: { ...found?.part, ...(series.part !== undefined && { number: series.part }) } },
  ];
}

function isSeries(members: Members): boolean {
  return members.length > 1 || isNumbered(members[0].part);
}

function isNumbered({ number, half }: PartNumber): boolean {
  return number !== undefined || half !== undefined;
}

function toSeries(
  members: Members,
  { id, url }: Pick<Series, "id" | "url">,
): { readonly series: Series; readonly diagnostics: readonly Diagnostic[] } {
  const { name } = members[0];
  // Sorting is stable: members of one place stay from old to new.
  const sorted = [...members].sort(
    (a, b) =>
      compare(a.part.number ?? Infinity, b.part.number ?? Infinity) || compare(halfOrder(a.part), halfOrder(b.part)),
  );
  const shared = findShared(sorted);
  return {
    series: {
      id,
      name,
      url,
      entries: toEntries(sorted, shared),
      posts: sorted.map(({ post }) => post.meta.id),
      sections: [],
      planned: [],
      before: [],
    },
    diagnostics: shared.flatMap(([first, ...others]) => others.map((other) => duplicate(name, first, other))),
  };
}

/** 7 comes before 7 上; without a number 上 comes before a post that has nothing. */
function halfOrder({ number, half }: PartNumber): number {
  return half ?? (number === undefined ? Infinity : 0);
}

/** The members of each place that several share. */
function findShared(sorted: readonly Member[]): readonly Members[] {
  const places = group(
    sorted.filter(({ part }) => isNumbered(part)),
    ({ part }) => labelOf(part),
  );
  return [...places.values()].filter(({ length }) => length > 1);
}

function toEntries(sorted: readonly Member[], shared: readonly Members[]): readonly SeriesEntry[] {
  const duplicates = new Set(shared.flat());
  return sorted.flatMap((member, index): SeriesEntry[] => [
    ...missingBetween(sorted[index - 1]?.part.number, member.part.number),
    { kind: "part", post: member.post.meta.id, part: member.part, duplicate: duplicates.has(member) },
  ]);
}

function missingBetween(before: number | undefined, after: number | undefined): SeriesEntry[] {
  if (before === undefined || after === undefined) return [];
  const length = after - before - 1;
  if (length < 1 || length > longestGap) return [];
  return Array.from({ length }, (_, index) => ({ kind: "missing", part: { number: before + 1 + index } }));
}

function duplicate(series: string, first: Member, other: Member): Diagnostic {
  const message = `part “${labelOf(first.part)}” of the series “${series}” is both “${first.post.path}” and “${other.post.path}”`;
  return diagnostic("series/duplicate-part", other.post.path, message, {
    hint: "if it is not meant, set “series” and “part” in the front matter of one of them",
    related: [{ file: first.post.path, message: "the older post of this number" }],
  });
}

/** `7`, `25上`, `下` */
export function labelOf({ number, half }: PartNumber): string {
  return `${number ?? ""}${half === undefined ? "" : "上中下".charAt(half - 1)}`;
}

/** Different names can have one slug (`C++`, `C#`); the newer series gets `-2`, `-3`, … */
function uniqueSlug(name: string, taken: Set<string>): SeriesId {
  const base = slug(name);
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
  taken.add(id);
  return id as SeriesId;
}

function timeOf({ meta }: PostSummary, absent: number): number {
  return meta.date ? Date.parse(meta.date.instant) : absent;
}

/** Not a difference: that of two infinities is not a number. */
function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
