import type { VNode } from "preact";
import type { BookWords } from "./book.ts";
import type { Html } from "./brand.ts";
import type {
  ArchiveProps,
  CommentsProps,
  GraphProps,
  HomeProps,
  NotFoundProps,
  OfflineProps,
  PostProps,
  ReadersProps,
  SearchDialogProps,
  SearchProps,
  SeriesIndexProps,
  SeriesProps,
  TermProps,
  TermsProps,
} from "./theme-pages.ts";

/**
 * What templates are given. Everything is prepared: addresses hold the base path and are
 * percent-encoded, markup is `Html`, counts are numbers or absent when unknown. What is not here, a
 * theme cannot reach.
 */
export type * from "./theme-frame.ts";
export type * from "./theme-pages.ts";
export type * from "./theme-parts.ts";

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
