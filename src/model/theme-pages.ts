import type { Html } from "./brand.ts";
import type { LiveComments } from "./config.ts";
import type { GraphDrawing } from "./graph.ts";
import type { Original } from "./post.ts";
import type { ReaderMeasure } from "./readers.ts";
import type { ReaderMonth, ReaderSource } from "./site.ts";
import type { Alternate, Frame } from "./theme-frame.ts";
import type {
  Byline,
  CitationForm,
  CommentItem,
  Entry,
  LatestComment,
  Link,
  Pagination,
  PostRef,
  Row,
  SeriesBox,
  SeriesRow,
  TermLink,
} from "./theme-parts.ts";

/** A work in the list of references of a post. */
export interface BibliographyEntry {
  readonly id: string;
  readonly number: number;
  readonly key: string;
  readonly text: string;
  /** The same with its addresses as links. */
  readonly html: Html;
  /** Links to the places where the post cites it. */
  readonly places: readonly string[];
}

export interface HomeProps {
  readonly frame: Frame;
  readonly entries: readonly Entry[];
  readonly pagination: Pagination;
  readonly series: readonly SeriesRow[];
  readonly mostRead: readonly { readonly post: PostRef; readonly readers: number }[];
  readonly tags: readonly TermLink[];
  /** On the first page only. */
  readonly comments: readonly LatestComment[];
  readonly commentsHref: string;
  readonly seriesHref: string;
  readonly readersHref: string;
  readonly tagsHref: string;
}

/** A service for new comments, with the path of the post under which it keeps them. */
export type LiveThread = LiveComments & { readonly path: string };

export interface CommentsProps {
  readonly frame: Frame;
  readonly count: number;
  /** `2024-03`, newest first. */
  readonly months: readonly { readonly month: string; readonly comments: readonly LatestComment[] }[];
  readonly pagination: Pagination;
}

export interface PostProps {
  readonly frame: Frame;
  readonly post: PostRef;
  readonly byline: Byline;
  readonly summary?: Html;
  readonly draft: boolean;
  /** The post is a digest of this. */
  readonly original?: Original;
  readonly license?: string;
  readonly body: Html;
  /** JSON: what the macros of the post stand for, by name, for scripts that compare formulas. */
  readonly macros?: string;
  /** The works that the post cites. */
  readonly bibliography: readonly BibliographyEntry[];
  /** Entries of level 3 stand below the entry of level 2 before them. */
  readonly toc: readonly TocItem[];
  readonly series?: SeriesBox;
  /** Next older post of the archive. */
  readonly older?: PostRef;
  /** Next newer post of the archive. */
  readonly newer?: PostRef;
  readonly category?: Link;
  readonly tags: readonly Link[];
  readonly minutes: number;
  /** The line that readers paste first: `作者. (Mar. 29, 2024). 《题目》[Blog post]. Retrieved from …` */
  readonly citations: readonly CitationForm[];
  /** Who names this post, series by series; empty groups do not occur. */
  readonly backlinks: readonly BacklinkGroup[];
  /** Posts about the same, most similar first. */
  readonly related: readonly Row[];
  /** Archived comments, with the number of all. */
  readonly comments: readonly CommentItem[];
  readonly commentCount: number;
  readonly live?: LiveThread;
}

/** The posts of one series that name a post; without `series`, those that are in none. */
export interface BacklinkGroup {
  readonly series?: Link;
  readonly posts: readonly {
    readonly post: PostRef;
    /** The sentences in which it does so, as text. */
    readonly sentences: readonly string[];
  }[];
}

export interface TocItem {
  readonly href: string;
  readonly title: Html;
  readonly children: readonly TocItem[];
}

export interface SeriesIndexProps {
  readonly frame: Frame;
  readonly series: readonly SeriesRow[];
}

export type SeriesItem =
  | { readonly kind: "part"; readonly label: string; readonly entry: Entry }
  | { readonly kind: "missing"; readonly label: string; readonly reason?: string };

/** A run of parts; `title` is absent for parts that are under none. */
export interface SeriesChapter {
  readonly title?: string;
  readonly note?: string;
  readonly items: readonly SeriesItem[];
}

/** A part that is not written yet. */
export interface PlannedItem {
  readonly label?: string;
  readonly title: string;
  readonly note?: string;
}

export interface SeriesProps {
  readonly frame: Frame;
  readonly row: SeriesRow;
  readonly description?: Html;
  /** Whether more is to come; absent if nobody has said. */
  readonly finished?: boolean;
  /** What to read before. */
  readonly before: readonly PostRef[];
  readonly chapters: readonly SeriesChapter[];
  readonly planned: readonly PlannedItem[];
  /** Feeds of the series; empty while the address of the site is not known. */
  readonly feeds: readonly Alternate[];
  /** Address of the series as an EPUB; absent if no books are made. */
  readonly book?: string;
  /** Pages that a reader may keep for reading without a network; absent unless the site is an app. */
  readonly keep?: readonly string[];
  readonly citations: readonly CitationForm[];
}

export interface YearOfPosts {
  /** `2024`; absent for posts without a date, which stand last. */
  readonly year?: string;
  readonly rows: readonly Row[];
}

export interface ArchiveProps {
  readonly frame: Frame;
  readonly years: readonly YearOfPosts[];
  readonly count: number;
  readonly categories: readonly TermLink[];
  /** Address of the page that shows who names whom, if any post names another. */
  readonly graphHref?: string;
}

export interface TermsProps {
  readonly frame: Frame;
  readonly taxonomy: "tags" | "categories";
  readonly terms: readonly TermLink[];
}

export interface TermProps {
  readonly frame: Frame;
  readonly taxonomy: "tags" | "categories";
  readonly name: string;
  readonly years: readonly YearOfPosts[];
  readonly count: number;
  readonly all: Link;
  /** Feeds of a tag; categories have none. */
  readonly feeds: readonly Alternate[];
}

export interface ReaderRankRow {
  readonly post: PostRef;
  readonly day?: string;
  /** Absent: unknown, printed as `—`. */
  readonly readers?: number;
  /** Readers a day since publication; absent: unknown. */
  readonly perDay?: number;
}

export interface ReaderGroupRow {
  readonly name: string;
  readonly href?: string;
  readonly posts: number;
  readonly counted: number;
  readonly readers?: number;
}

/** A source of counts, named as readers are told. */
export type ReaderSourceRow = Omit<ReaderSource, "label">;

export interface ReadersProps {
  readonly frame: Frame;
  /** What all the numbers count. */
  readonly measure: ReaderMeasure;
  readonly total?: number;
  readonly posts: number;
  readonly counted: number;
  /** Every post; those without a known count last. */
  readonly ranking: readonly ReaderRankRow[];
  /** Posts that are read most a day. */
  readonly fastest: readonly (ReaderRankRow & { readonly perDay: number })[];
  readonly byYear: readonly ReaderGroupRow[];
  readonly bySeries: readonly ReaderGroupRow[];
  /** Counts of days; empty if there are none. */
  readonly byMonth: readonly ReaderMonth[];
  /** Their parts make the total. */
  readonly sources: readonly ReaderSourceRow[];
  /** Last day of counting. */
  readonly until?: string;
  /** The ranking as a file. */
  readonly csvHref: string;
}

/** A post that names others or is named. */
export interface GraphRow {
  readonly post: PostRef;
  readonly day?: string;
  /** How many posts it names. */
  readonly cites: number;
  /** How many posts name it. */
  readonly cited: number;
}

export interface GraphProps {
  readonly frame: Frame;
  readonly posts: number;
  readonly links: number;
  /** The one that most posts name first. */
  readonly rows: readonly GraphRow[];
  /** The same drawing with the years from left to right and from top to bottom; absent if no post has a date. */
  readonly drawings?: { readonly across: GraphDrawing; readonly down: GraphDrawing };
}

export interface SearchProps {
  readonly frame: Frame;
  /** Where to look without a search. */
  readonly elsewhere: readonly Link[];
}

/** The search over any other page. */
export interface SearchDialogProps {
  readonly language: Frame["language"];
  /** Address of the page of the search. */
  readonly href: string;
}

export interface NotFoundProps {
  readonly frame: Frame;
  readonly recent: readonly Row[];
  readonly archiveHref: string;
}

export interface OfflineProps {
  readonly frame: Frame;
}
