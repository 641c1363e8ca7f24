import type { GbtEdition } from "./citation.ts";
import type { Severity } from "./diagnostic.ts";

/** A link in the navigation or the footer: to a path of the site (`/about/`) or to anywhere. */
export interface ConfiguredLink {
  readonly text: string;
  readonly href: string;
}

/** `ams`: as AMS environments say; `labelled`: only rows with a label; `all`: every display; `none`: only tags. */
export type MathNumbering = "ams" | "all" | "labelled" | "none";

export interface MathConfig {
  /** Macros of every post, name with backslash → TeX. */
  readonly macros: Readonly<Record<string, string>>;
  readonly numbering: MathNumbering;
  /** How a number is shown, `%s` for the number. */
  readonly numberTemplate: string;
  /** Extra anchors for links that an older site's MathJax made. */
  readonly anchors: "none" | "mathjax2" | "mathjax27" | "mathjax3";
  /** A build ships only the glyphs that the site shows. */
  readonly subsetFonts: boolean;
}

/** A service for new comments below posts. */
export type LiveComments =
  | {
      readonly kind: "giscus";
      /** `owner/name` on GitHub. */
      readonly repo: string;
      readonly repoId: string;
      readonly category: string;
      readonly categoryId: string;
    }
  | {
      readonly kind: "waline";
      /** Address of the server. */
      readonly server: string;
    };
/** `built-in`: an index of our own; `pagefind`: words by Pagefind, if it is installed; `none`: no search. */
export type SearchEngine = "built-in" | "pagefind" | "none";

/** Where the site goes, as far as a build can know its limits. */
export type Host = "none" | "cloudflare" | "github" | "gitlab";

/** The site's configuration after validation; plain data, so that it can go to workers. */
export interface SiteConfig {
  readonly title: string;
  readonly motto: string;
  readonly description: string;
  /** Origin without a trailing slash, `https://example.org`; empty when unknown. */
  readonly baseUrl: string;
  /** Path under which the site is served: starts and ends with `/`. */
  readonly base: string;
  /** Its limits are compared with what is built. */
  readonly host: Host;
  readonly language: "zh-CN" | "en";
  /** IANA name; dates without an offset are read in it. */
  readonly timeZone: string;
  readonly author: string;
  readonly license: { readonly name: string; readonly url: string };
  /** Lines of the footer, such as a registration number. */
  readonly footer: readonly string[];
  /** Entries after the built-in ones of the main navigation. */
  readonly navigation: readonly ConfiguredLink[];
  /** Pattern of a post's address; `:id :year :month :day :slug`. */
  readonly permalink: string;
  readonly postsPerPage: number;
  /** Characters of an excerpt without `<!--more-->`. */
  readonly excerptLength: number;
  /** Hosts that are this archive under an earlier name. */
  readonly oldHosts: readonly string[];
  /** Patterns of addresses that posts had before. */
  readonly oldPermalinks: readonly string[];
  readonly math: MathConfig;
  readonly feeds: {
    /** Posts in one feed. */
    readonly limit: number;
    /** Posts in the feed of a tag. */
    readonly tagLimit: number;
  };
  readonly comments: {
    /** A service for new comments; it is only loaded when a reader comes to it. */
    readonly live?: LiveComments;
  };
  readonly search: {
    readonly engine: SearchEngine;
  };
  readonly citation: {
    /** What stands before a post's id in its citation key; empty: the first word of the site's host. */
    readonly prefix: string;
    readonly gbt: GbtEdition;
  };
  readonly offline: {
    /** Browsers keep what was read, and a series on request. */
    readonly app: boolean;
    /** Links name files from where the page stands itself. */
    readonly relative: boolean;
  };
  /** Path of the theme, relative to the configuration file. */
  readonly theme: string;
  /** Changes the severity of a diagnostic, or silences it. */
  readonly rules: Readonly<Record<string, Severity | "ignore">>;
}

/** The settings that parsing depends on; they are part of a post's key in the store. */
export interface ParseOptions extends Pick<
  SiteConfig,
  "timeZone" | "author" | "language" | "base" | "oldHosts" | "excerptLength" | "math"
> {
  /** Whether there is a `references.bib`, so that `[@key]` is a citation and not just text. */
  readonly citations: boolean;
  /** Whether the site has a search, which wants to know what is in a post. */
  readonly search: boolean;
}
