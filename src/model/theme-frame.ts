import type { Html } from "./brand.ts";
import type { Link } from "./theme-parts.ts";

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
  /** Fonts of the formulas of the page, so that none comes late and moves the text around it. */
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

/** A `<meta>` element with `name`, or with `property` as Open Graph wants it. */
export type MetaTag = { readonly content: string } & ({ readonly name: string } | { readonly property: string });
