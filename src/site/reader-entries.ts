import type { PostId, UrlPath } from "../model/brand.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import type { PostSummary } from "../model/post.ts";
import type { ReaderCount, ReaderMeasure } from "../model/readers.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { nearest } from "../text/edit-distance.ts";
import { groupBy } from "../text/group-by.ts";
import { frontMatterSource } from "../text/reader-sources.ts";

/** A count of one post in the measure of the site. */
export interface ReaderEntry {
  readonly post: PostId;
  readonly source: string;
  /** Absent: a baseline. */
  readonly day?: string;
  readonly readers: number;
  /** The row that says it; absent for a count in front matter. */
  readonly row?: ReaderCount;
}

/** What an address is: a post, another page of the site, or nothing. */
export type AddressKind = { readonly kind: "post"; readonly post: PostId } | { readonly kind: "page" | "nothing" };

export interface ReaderInput {
  readonly posts: readonly PostSummary[];
  readonly counts: readonly ReaderCount[];
  /** What a path of a row is, present or old. */
  readonly at: (path: string) => AddressKind;
  /** Present addresses of posts, for hints. */
  readonly urls: readonly UrlPath[];
}

export interface ReaderEntries {
  readonly measure: ReaderMeasure;
  readonly entries: readonly ReaderEntry[];
}

/**
 * All counts of posts in one measure: views, unless nothing but visitors is known. Counts in front matter are views, as
 * blogs show them. Rows about other pages of the site count for no post.
 *
 * Reports readers/unknown-path once a file and address, and readers/mixed once a source.
 */
export function readerEntries({ posts, counts, at, urls }: ReaderInput): Outcome<ReaderEntries> {
  const places = new Map([...new Set(counts.map(({ path }) => path))].map((path) => [path, at(path)]));
  const inPosts = posts.flatMap(({ meta }): readonly ReaderEntry[] =>
    meta.readers === undefined ? [] : [{ post: meta.id, source: frontMatterSource, readers: meta.readers }],
  );
  const rows = counts.flatMap((row) => {
    const place = places.get(row.path);
    return place?.kind === "post" ? [{ row, post: place.post }] : [];
  });
  const onPosts = rows.map(({ row }) => row);
  const hasViews = inPosts.length > 0 || onPosts.some(({ views }) => views !== undefined);
  const measure = hasViews || rows.length === 0 ? "views" : "visitors";
  const inRows = rows.flatMap(({ row, post }): readonly ReaderEntry[] => {
    const { source, day } = row;
    const readers = row[measure];
    return readers === undefined ? [] : [{ post, source, readers, row, ...(day !== undefined && { day }) }];
  });
  const missing = counts.filter(({ path }) => places.get(path)?.kind === "nothing");
  return {
    value: { measure, entries: [...inPosts, ...inRows] },
    diagnostics: [...unknownPaths(missing, urls), ...otherMeasure(onPosts, measure)],
  };
}

/** One diagnostic a group of rows, at its first row. */
function reportGroups<Key>(
  groups: ReadonlyMap<Key, readonly [ReaderCount, ...ReaderCount[]]>,
  code: "readers/unknown-path" | "readers/mixed",
  of: (first: ReaderCount, others: number) => { readonly message: string; readonly hint: string | undefined },
): readonly Diagnostic[] {
  return [...groups.values()].map(([first, ...others]) => {
    const { message, hint } = of(first, others.length);
    return diagnostic(code, first.file, message, { span: first.span, hint });
  });
}

function unknownPaths(missing: readonly ReaderCount[], urls: readonly UrlPath[]): readonly Diagnostic[] {
  const candidates = urls.map((url) => decodeURI(url));
  const groups = groupBy(missing, ({ file, path }) => `${file}\0${path}`);
  return reportGroups(groups, "readers/unknown-path", ({ path }, others) => {
    const near = nearest(path, candidates, 3);
    return {
      message: `the site has no page ${path}; ${leftOut(others)}`,
      hint: near === undefined ? undefined : `did you mean ${near}?`,
    };
  });
}

function otherMeasure(rows: readonly ReaderCount[], measure: ReaderMeasure): readonly Diagnostic[] {
  const other = measure === "views" ? "visitors" : "views";
  const unused = rows.filter((row) => row[measure] === undefined && row[other] !== undefined);
  const groups = groupBy(unused, ({ source }) => source);
  return reportGroups(groups, "readers/mixed", ({ source }, others) => ({
    message: `“${source}” counts ${other}, and the site shows ${measure}; ${leftOut(others)}`,
    hint: `take its ${measure} too, or leave out either`,
  }));
}

function leftOut(others: number): string {
  return others === 0 ? "this row is left out" : `this row and ${others} more are left out`;
}

/** Sum of the counts of entries. */
export function sumOf(entries: readonly ReaderEntry[]): number {
  return entries.reduce((total, { readers }) => total + readers, 0);
}
