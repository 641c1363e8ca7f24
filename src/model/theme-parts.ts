import type { Html } from "./brand.ts";

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

/** One form of a citation. */
export interface CitationForm {
  /** `line`: in the blog's own form; `gbt`: GB/T 7714; `csl`: CSL-JSON. */
  readonly kind: "line" | "bibtex" | "gbt" | "csl" | "ris";
  readonly text: string;
  /** Address of the same as a file. */
  readonly download?: string;
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

/** A post in a plain list: day, title, readers. */
export interface Row {
  readonly post: PostRef;
  readonly day?: string;
  readonly readers?: number;
  readonly series?: Link;
}
