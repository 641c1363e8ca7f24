import type { Html, PostId, SeriesId, UrlPath, Xml } from "./brand.ts";
import type { BibliographyEntry, CommentItem } from "./theme.ts";
import type { Original } from "./post.ts";

/** Which books are asked for. */
export type BookChoice =
  | { readonly kind: "all" }
  | { readonly kind: "series"; readonly series: SeriesId }
  | { readonly kind: "post"; readonly post: PostId };

/** A book as data: which posts stand in it, in which order. */
export interface BookPlan {
  /** Name of its file without extension. */
  readonly name: string;
  readonly title: string;
  /** Page of the site that shows the same. */
  readonly url: UrlPath;
  readonly series?: SeriesId;
  /** Runs of chapters under a title; only the first may be without. */
  readonly sections: readonly BookSection[];
  /** Labels of the parts of the series that no post has. */
  readonly missing: readonly string[];
  /** Whether archived comments follow each chapter. */
  readonly withComments: boolean;
}

export interface BookSection {
  readonly title?: string;
  readonly note?: string;
  readonly chapters: readonly BookChapterPlan[];
}

export interface BookChapterPlan {
  readonly post: PostId;
  /** Its number in the series, `25上`; absent in a book of one post. */
  readonly label?: string;
}

/** What the site has to say in a book: texts with formulas in KaTeX's form and addresses of the site. */
export interface BookContent {
  /** What the series is about. */
  readonly intro?: Html;
  /** In the order of the plan. */
  readonly chapters: readonly BookChapter[];
  readonly citations: readonly { readonly name: string; readonly text: string }[];
}

/** The text of a chapter. */
export interface BookChapter {
  readonly post: PostId;
  /** Address of its page, base path included. */
  readonly href: string;
  readonly title: Html;
  readonly titleText: string;
  readonly author: string;
  readonly day?: string;
  readonly updated?: string;
  readonly license?: string;
  readonly original?: Original;
  readonly summary?: Html;
  readonly body: Html;
  readonly bibliography: readonly BibliographyEntry[];
  readonly comments: readonly CommentItem[];
}

/** A formula as a drawing, with its size in ex. */
export interface FormulaDrawing {
  readonly svg: Xml;
  readonly width: number;
  readonly height: number;
  /** How far it reaches below the line. */
  readonly depth: number;
}

/** Draws MathML, for programs that cannot. */
export interface FormulaDrawer {
  /** `undefined`: it cannot be drawn. */
  draw(mathml: string): Promise<FormulaDrawing | undefined>;
}

/** What books are made with. */
export interface BookWorld {
  /** Bytes of a picture by its path in the output; `undefined` if there is none. */
  readonly picture: (path: string) => Promise<Uint8Array | undefined>;
  /** Stylesheet of the book. */
  readonly styles: string;
  /** Absent: formulas are MathML. */
  readonly drawer?: FormulaDrawer;
  readonly hash: (content: string | Uint8Array) => string;
  /** Identifies the stylesheet and the pictures that there are. */
  readonly version: string;
  /** Told of each part of a book that is made. */
  readonly onProgress?: (done: { readonly book: string; readonly parts: number; readonly of: number }) => void;
}

/** Words of books in one language. */
export interface BookWords {
  readonly cover: string;
  readonly contents: string;
  readonly notes: string;
  readonly cite: string;
  readonly comments: (n: number) => string;
  readonly author: string;
  readonly summary: string;
  /** `第 17 篇` */
  readonly chapter: (label: string) => string;
  readonly chapters: (n: number) => string;
  /** Where the text comes from, before its address. */
  readonly source: string;
  readonly license: string;
  readonly licenseNote: string;
  readonly original: string;
  readonly updatedOn: (day: string) => string;
  readonly answers: string;
  readonly missingParts: (labels: readonly string[]) => string;
  /** In the place of a picture that is not there. */
  readonly noPicture: (address: string) => string;
  readonly backToText: (n: number) => string;
}
