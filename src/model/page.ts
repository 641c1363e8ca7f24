import type { OutPath, PostId, SeriesId, SourcePath, UrlPath } from "./brand.ts";

import type { Diagnostic } from "./diagnostic.ts";
import type { CommentRef } from "./site.ts";

interface Planned {
  readonly url: UrlPath;
  readonly out: OutPath;
}

/** One page of a list that is cut into several; `number` counts from 1. */
export interface PageOfList {
  readonly number: number;
  readonly urls: readonly UrlPath[];
}

/** Every page of the site as data: what it shows and where it lives. */
export type PagePlan = Planned &
  (
    | { readonly kind: "home"; readonly posts: readonly PostId[]; readonly page: PageOfList }
    | { readonly kind: "post"; readonly post: PostId }
    | { readonly kind: "series-index" }
    | { readonly kind: "series"; readonly series: SeriesId }
    | { readonly kind: "archive" }
    | { readonly kind: "terms"; readonly taxonomy: Taxonomy }
    | { readonly kind: "term"; readonly taxonomy: Taxonomy; readonly name: string }
    | { readonly kind: "readers" }
    | { readonly kind: "comments"; readonly comments: readonly CommentRef[]; readonly page: PageOfList }
    /** Who names whom. */
    | { readonly kind: "graph" }
    | { readonly kind: "search" }
    | { readonly kind: "not-found" }
    /** In the place of pages that a reader without a network does not have. */
    | { readonly kind: "offline" }
    /** An old address: where it leads, what that is called, and the file that says so. */
    | { readonly kind: "redirect"; readonly to: UrlPath; readonly title: string; readonly file: SourcePath }
    /** A feed in all its forms, of the posts of a page. */
    | { readonly kind: "feed"; readonly of: FeedSource; readonly page: UrlPath }
  );

/** Whose posts are in a feed. */
export type FeedSource =
  | { readonly kind: "site" }
  | { readonly kind: "series"; readonly series: SeriesId }
  | { readonly kind: "tag"; readonly name: string };

export type FeedForm = "atom" | "rss" | "json";
export type Taxonomy = "tags" | "categories";
export type PageKind = PagePlan["kind"];

/** A file to be written. */
export interface OutputFile {
  readonly path: OutPath;
  readonly body: string | Uint8Array;
  /** Not written where the author has put a file of this name into `public/`. */
  readonly yields?: true;
  /** Address of the post that this page shows, base path included. */
  readonly postHref?: string;
}

/** A page or a book with its files, and the key of all that it shows. */
export interface PrintedPage {
  readonly out: OutPath;
  readonly key: string;
  readonly paths: readonly OutPath[];
  /** The same as in the last build. */
  readonly isKept: boolean;
  /** What was found when it was made, for a build that keeps it; absent: nothing. */
  readonly diagnostics?: readonly Diagnostic[];
}

/** What a build has made, a part at a time. */
export interface Batch {
  /** To be written. */
  readonly files: readonly OutputFile[];
  readonly page?: PrintedPage;
}

/** A page in the sitemap; `day` is that of its newest change. */
export interface SitemapEntry {
  readonly url: UrlPath;
  readonly day?: string;
}
