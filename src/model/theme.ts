import type { VNode } from "preact";
import type { BookWords } from "./book.ts";
import type { Html } from "./brand.ts";
import type { LiveComments } from "./config.ts";
import type { GraphDrawing } from "./graph.ts";
import type { Original } from "./post.ts";
import type { ReaderMeasure } from "./readers.ts";
import type { ReaderMonth, ReaderSource } from "./site.ts";

/**
 * What templates are given. Everything is prepared: addresses hold the base path and are
 * percent-encoded, markup is `Html`, counts are numbers or absent when unknown. What is not here, a
 * theme cannot reach.
 */

/** A link inside the site or to elsewhere; `href` is ready for an attribute. */
export interface Link {
  readonly href: string;
  readonly text: string;
}

/** A link to a post whose title may hold formulas. */
export interface PostRef {
  readonly href: string;
  readonly title: Html;
  /** The title without markup. */
  readonly titleText: string;
}

/** The line `By 作者 | 日期 | N位读者 | 引用`. */
export interface Byline {
  readonly author: string;
  /** `2024-03-29`; absent for a post without a date, like `datetime`. */
  readonly day?: string;
  /** For `<time datetime>`: the day, or the instant if the author gave a time. */
  readonly datetime?: string;
  readonly updated?: string;
  /** Absent: unknown. */
  readonly readers?: number;
  /** Where 引用 points to: the citation of the post. */
  readonly citeHref: string;
}

/** One rod of a series: a part, the current one, or a missing one. */
export interface Rod {
  readonly state: "part" | "current" | "missing";
  /** `17`, `二十五上`… as it is printed. */
  readonly label: string;
  /** Absent for a missing part. */
  readonly post?: PostRef;
  readonly day?: string;
}

/** Place of a post in its series. `position` of `count`: parts and gaps counted, from 1. */
export interface SeriesBox {
  readonly name: string;
  readonly href: string;
  readonly position: number;
  readonly count: number;
  readonly rods: readonly Rod[];
  readonly previous?: PostRef;
  readonly next?: PostRef;
}

/** A post in a list, with its excerpt. */
export interface Entry {
  readonly post: PostRef;
  readonly byline: Byline;
  readonly excerpt: Html;
  /** The post goes on after the excerpt. */
  readonly more: boolean;
  readonly minutes: number;
  readonly tags: readonly Link[];
  readonly series?: SeriesBox;
  readonly draft: boolean;
}

/** A tag or category with the number of its posts. */
export interface TermLink extends Link {
  readonly count: number;
}

export interface SeriesRow {
  readonly name: string;
  readonly href: string;
  readonly rods: readonly Rod[];
  /** Posts there are. */
  readonly count: number;
  readonly missing: number;
  /** Day of the oldest and of the newest part; absent if no part has a date. */
  readonly from?: string;
  readonly updated?: string;
  readonly readers?: number;
  readonly minutes: number;
}

/** Numbered pages of a list; the current one has no `href`. */
export interface Pagination {
  readonly current: number;
  readonly pages: readonly { readonly number: number; readonly href: string }[];
}

/** What every page has: head, masthead, footer. */
export interface Frame {
  readonly language: "zh-CN" | "en";
  /** Text of `<title>`. */
  readonly documentTitle: string;
  readonly description: string;
  /** Absolute address of the page, if the site's address is known. */
  readonly canonical?: string;
  readonly siteTitle: string;
  readonly motto: string;
  readonly homeHref: string;
  readonly navigation: readonly (Link & { readonly current: boolean })[];
  readonly footer: readonly string[];
  readonly license: Link;
  readonly author: string;
  /** First and last year of posts, `2021–2026`. */
  readonly years: string;
  readonly styles: readonly { readonly href: string; readonly media?: string }[];
  /** Fonts that nearly every page needs. */
  readonly preload: readonly string[];
  /** Loaded late; pages work without them. */
  readonly scripts: readonly string[];
  readonly favicon?: string;
  /** What reference managers and link previews read about the page. */
  readonly meta: readonly MetaTag[];
  /** The page in other forms, and the feeds that it belongs to. */
  readonly alternates: readonly Alternate[];
  /** Feeds of the site; empty while its address is not known. */
  readonly feeds: readonly Alternate[];
  readonly manifest: string;
  /** Where readers search; absent if the site has no search. */
  readonly search?: SearchLink;
  /** Structured data, ready for a script element. */
  readonly jsonLd?: Html;
}

/** What scripts of pages say. */
export interface ScriptWords {
  readonly copy: string;
  readonly copyTex: string;
  /** To where else an equation stands. */
  readonly sameFormula: string;
  readonly copied: string;
  readonly preview: string;
  /** From a preview to what it shows. */
  readonly goTo: string;
  /** To where the reader was. */
  readonly goBack: string;
  readonly close: string;
}

/** The link to the search, and what makes it quick. */
export interface SearchLink {
  readonly href: string;
  readonly current: boolean;
  /** Address of the script that is loaded when a reader searches. */
  readonly script: string;
  /** Address of the description for browsers; absent while the address of the site is not known. */
  readonly description?: string;
}

/** The same, or a list of it, in another form. */
export interface Alternate {
  /** Media type. */
  readonly type: string;
  readonly title: string;
  readonly href: string;
}

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

/** A `<meta>` element with `name`, or with `property` as Open Graph wants it. */
export type MetaTag = { readonly content: string } & ({ readonly name: string } | { readonly property: string });

/** One form of a citation. */
export interface CitationForm {
  /** `line`: in the blog's own form; `gbt`: GB/T 7714; `csl`: CSL-JSON. */
  readonly kind: "line" | "bibtex" | "gbt" | "csl" | "ris";
  readonly text: string;
  /** Address of the same as a file. */
  readonly download?: string;
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

/** An archived comment with its replies. */
export interface CommentItem {
  /** `12`; its identifier on the page is `comment-12`. */
  readonly id: string;
  /** Empty: the commenter gave none. */
  readonly name: string;
  /** Page of the commenter. */
  readonly href?: string;
  readonly isAuthor: boolean;
  readonly isPinned: boolean;
  readonly isCollapsed: boolean;
  /** RFC 3339, and as it is printed: `2024-03-29 09:30`. */
  readonly datetime: string;
  readonly time: string;
  /** What it answers, if that is another comment than the one that it stands below. */
  readonly answers?: Link;
  readonly body: Html;
  readonly replies: readonly CommentItem[];
}

/** A comment in a list of comments on different posts. */
export interface LatestComment {
  readonly href: string;
  readonly name: string;
  readonly isAuthor: boolean;
  readonly day: string;
  readonly datetime: string;
  readonly excerpt: Html;
  readonly post: PostRef;
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

/** A post in a plain list: day, title, readers. */
export interface Row {
  readonly post: PostRef;
  readonly day?: string;
  readonly readers?: number;
  readonly series?: Link;
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

/** A theme: one function a page kind, and the stylesheets in the order in which pages load them. */
export interface Theme {
  readonly home: (props: HomeProps) => VNode;
  readonly post: (props: PostProps) => VNode;
  readonly seriesIndex: (props: SeriesIndexProps) => VNode;
  readonly series: (props: SeriesProps) => VNode;
  readonly archive: (props: ArchiveProps) => VNode;
  readonly terms: (props: TermsProps) => VNode;
  readonly term: (props: TermProps) => VNode;
  readonly readers: (props: ReadersProps) => VNode;
  readonly comments: (props: CommentsProps) => VNode;
  readonly graph: (props: GraphProps) => VNode;
  readonly search: (props: SearchProps) => VNode;
  readonly searchDialog: (props: SearchDialogProps) => VNode;
  readonly notFound: (props: NotFoundProps) => VNode;
  readonly offline: (props: OfflineProps) => VNode;
  /** Names of files in the theme's `styles` folder, in order, joined into one file; `print.css` apart. */
  readonly styles: {
    readonly screen: readonly string[];
    readonly print: readonly string[];
    /** Of books: what EPUB has, and what comes to it in PDF. */
    readonly book: readonly string[];
    readonly bookPrint: readonly string[];
  };
  /** The scripts that stand in pages themselves, exactly as there; a Content-Security-Policy names each by its hash. */
  readonly inlineScripts: readonly Html[];
  /** Names for pages' titles and navigation in the language of the site. */
  readonly names: (language: "zh-CN" | "en") => ThemeNames;
}

/** Names that end up in `<title>`, the navigation and diagnostics-free texts outside templates. */
export interface ThemeNames {
  readonly home: string;
  readonly archive: string;
  readonly series: string;
  readonly tags: string;
  readonly categories: string;
  readonly readers: string;
  readonly comments: string;
  readonly graph: string;
  readonly search: string;
  readonly notFound: string;
  readonly offline: string;
  /** `第 2 页` */
  readonly page: (number: number) => string;
  /** `标签：注意力` */
  readonly term: (taxonomy: "tags" | "categories", name: string) => string;
  readonly noSeries: string;
  /** The source of counts that stand in front matter. */
  readonly countsInPosts: string;
  /** Title of the list of references of a post. */
  readonly bibliography: string;
  /** What stands in books besides texts of posts. */
  readonly book: BookWords;
}
