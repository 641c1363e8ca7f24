import type { Work } from "./bibliography.ts";
import type { ContentHash, PostId, SeriesId, SourcePath, UrlPath } from "./brand.ts";
import type { CommentThread } from "./comments.ts";
import type { SiteConfig } from "./config.ts";
import type { Note, PlannedPart } from "./series-info.ts";
import type { PostSummary, SitePost } from "./post.ts";
import type { ReaderMeasure } from "./readers.ts";
import type { RedirectRule } from "./redirects.ts";

/** Halves of one part: 上, 中, 下 as 1, 2, 3. */
export type Half = 1 | 2 | 3;

/** A number in a title: `17`, `（二十四）`, `（上）`. */
export interface PartNumber {
  readonly number?: number;
  readonly half?: Half;
}

export interface SeriesPart {
  readonly kind: "part";
  readonly post: PostId;
  readonly part: PartNumber;
  /** Another post of the series has the same number and half. */
  readonly duplicate: boolean;
}

/** A number between the first and the last part that no post has. */
export interface MissingPart {
  readonly kind: "missing";
  readonly part: PartNumber;
  /** Why, if the file about series says it. */
  readonly reason?: string;
}

export type SeriesEntry = SeriesPart | MissingPart;

export interface Series {
  readonly id: SeriesId;
  readonly name: string;
  readonly url: UrlPath;
  /** By number, then half, then date; gaps filled with missing parts. */
  readonly entries: readonly SeriesEntry[];
  /** Posts only, in the same order. */
  readonly posts: readonly PostId[];
  /** Runs of entries under a title; the first begins with the first entry, or entries before it are under none. */
  readonly sections: readonly SeriesSection[];
  readonly planned: readonly PlannedPart[];
  readonly finished?: boolean;
  /** What to read before. */
  readonly before: readonly (
    | { readonly kind: "post"; readonly post: PostId }
    | { readonly kind: "series"; readonly series: SeriesId }
  )[];
  readonly description?: Note;
}

/** A run of parts under a title. */
export interface SeriesSection {
  readonly title: string;
  readonly note?: string;
  /** Index of its first entry. */
  readonly start: number;
}

/** A tag or a category. */
export interface Term {
  readonly name: string;
  readonly url: UrlPath;
  /** Newest first. */
  readonly posts: readonly PostId[];
}

/** A post that names another one. */
export interface Backlink {
  readonly from: PostId;
  /** The sentences in which it does so, as text. */
  readonly sentences: readonly string[];
}

/** An address that a post had before. */
export interface OldAddress {
  readonly url: UrlPath;
  /** `?p=42`, if the old address had one. */
  readonly query?: string;
  readonly post: PostId;
}

/** An old address of what is no post, and the address of this site that it leads to. */
export interface Redirect extends Omit<RedirectRule, "span"> {
  /** Whether something stands below the pattern, so that it holds only for what is missing there. */
  readonly isAbove: boolean;
  /** Whether a page can stand there: not for a pattern, nor below a file (`/a.html/page-2/`). Servers answer all. */
  readonly hasPage: boolean;
}

/** One row of the reader-count page. */
export interface ReaderRow {
  readonly post: PostId;
  readonly readers?: number;
  /** Readers a day, from publication (or the first day of counting) to the last day of counting; absent if not known. */
  readonly perDay?: number;
}

export interface ReaderGroup {
  readonly name: string;
  readonly posts: number;
  /** Posts of the group whose count is known. */
  readonly counted: number;
  /** Sum of the known counts; absent if none is known. */
  readonly readers?: number;
}

/** What sources have counted in a month; absent: nothing is known of it. */
export interface ReaderMonth {
  /** `2024-03` */
  readonly month: string;
  readonly readers?: number;
}

/** A source of counts, and its part of the total. */
export interface ReaderSource {
  readonly name: string;
  readonly label?: string;
  readonly robotsFiltered?: boolean;
  readonly readers: number;
  /** It gives baselines; with the earliest and latest day up to which they go, if known. */
  readonly baseline?: { readonly from?: string; readonly to?: string };
  /** First and last day of which it gives counts. */
  readonly days?: { readonly from: string; readonly to: string };
}

export interface ReaderStats {
  /** What all the numbers count. */
  readonly measure: ReaderMeasure;
  /** Known counts by post. */
  readonly of: ReadonlyMap<PostId, number>;
  /** Known counts from high to low, then the unknown ones, newest first. */
  readonly ranking: readonly ReaderRow[];
  readonly byYear: readonly ReaderGroup[];
  /** One group a series, from high to low, then posts outside any series. */
  readonly bySeries: readonly (ReaderGroup & { readonly series?: SeriesId })[];
  /** Counts of days, in order; baselines are not in it. */
  readonly byMonth: readonly ReaderMonth[];
  readonly sources: readonly ReaderSource[];
  readonly total?: number;
  readonly counted: number;
  /** Last day of counting, if known. */
  readonly until?: string;
}

/** The comments of a post, as far as other pages see them. */
export interface PostComments {
  /** Where the store has their texts. */
  readonly key: ContentHash;
  readonly count: number;
}

/** A comment by its post and its identifier there. */
export interface CommentRef {
  readonly post: PostId;
  readonly id: string;
  readonly day: string;
}

/** Addresses of styles, fonts and pictures that pages load; hashed names, base path included. */
export interface AssetLinks {
  readonly styles: readonly { readonly href: string; readonly media?: string }[];
  /** The fonts of KaTeX, by the names of its files. */
  readonly fonts: Readonly<Record<string, string>>;
  readonly scripts: readonly string[];
  readonly favicon?: string;
  /** The script of the search and KaTeX, both loaded late; absent if the site has no search. */
  readonly search?: { readonly script: string; readonly katex: string };
  /** SHA-256 in base64 of the scripts that stand in pages themselves. */
  readonly scriptHashes?: readonly string[];
}

/** Everything known about the whole archive; plain data, the same for every page. */
export interface Site {
  readonly config: SiteConfig;
  /** Every series is there as a book, too. */
  readonly hasBooks?: true;
  readonly assets: AssetLinks;
  /** Newest first; posts without a date last; ties by path. */
  readonly posts: readonly SitePost[];
  readonly byId: ReadonlyMap<PostId, SitePost>;
  readonly urlOf: ReadonlyMap<PostId, UrlPath>;
  /** Every address of a post, old ones included, decoded and without a final `/` → its identity. */
  readonly addresses: ReadonlyMap<string, PostId>;
  /** Newest post first; may clash with present addresses. */
  readonly oldAddresses: readonly OldAddress[];
  /** Old addresses of whatever is no post, and patterns of such. */
  readonly redirects: readonly Redirect[];
  /** Files that are copied to the site as they are, by their paths in it. */
  readonly files: ReadonlySet<string>;
  /** Addresses of this site that posts name and where nothing stands, in the form in which addresses are compared. */
  readonly absent: ReadonlySet<string>;
  /** Source file → its post, for links between files (`../b.md`). */
  readonly byPath: ReadonlyMap<SourcePath, PostId>;
  /** Title in the form of `titleKey` → its posts. */
  readonly titles: ReadonlyMap<string, readonly PostId[]>;
  /** The works that posts cite, by key. */
  readonly works: ReadonlyMap<string, Work>;
  /** Who names a post, newest first. */
  readonly backlinks: ReadonlyMap<PostId, readonly Backlink[]>;
  /** Posts about the same, most similar first. */
  readonly related: ReadonlyMap<PostId, readonly PostId[]>;
  /** Newest last part first. */
  readonly series: readonly Series[];
  readonly seriesOf: ReadonlyMap<PostId, SeriesId>;
  readonly tags: readonly Term[];
  readonly categories: readonly Term[];
  readonly readers: ReaderStats;
  /** Posts with archived comments. */
  readonly comments: ReadonlyMap<PostId, PostComments>;
  /** The archived comments that are not folded, newest first. */
  readonly latestComments: readonly CommentRef[];
}

/** The site while its posts are joined, with all that they say about each other. */
export interface JoinedSite extends Site {
  readonly posts: readonly PostSummary[];
  readonly byId: ReadonlyMap<PostId, PostSummary>;
}

/** What the join of the posts gives: a site without what is made afterwards, and the comments that are yet to be set. */
export interface Linked {
  readonly site: Omit<JoinedSite, "assets" | "comments" | "absent" | "redirects">;
  readonly threads: ReadonlyMap<PostId, CommentThread>;
}
