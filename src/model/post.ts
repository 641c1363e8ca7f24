import type { ContentHash, Html, PostId, SourcePath, Template } from "./brand.ts";
import type { WorkCitation } from "./bibliography.ts";
import type { TitlePiece } from "./citation.ts";
import type { SourceLine, Span } from "./position.ts";

/** A day or an instant as the author wrote it. */
export interface PostDate {
  /** `2024-03-29`, in the site's time zone. */
  readonly day: string;
  /** `09:30` or `09:30:15` if the author gave a time. */
  readonly time?: string;
  /** RFC 3339 instant with offset, `2024-03-29T09:30:00+08:00`; midnight when no time was given. */
  readonly instant: string;
}

/** What a post is a digest of. */
export interface Original {
  readonly title?: string;
  readonly author?: string;
  readonly url?: string;
}

/** Explicit place in a series; overrides what the title says. `series: false` keeps a post out of any. */
export interface SeriesOverride {
  readonly name: string | false;
  readonly part?: number;
}

/** Where the numbers of a post start: at a number, or behind the last number of another post. */
export interface EquationStart {
  readonly start?: number;
  /** Identity of the other post. */
  readonly continue?: string;
}

/** Front matter after validation. */
export interface PostMeta {
  readonly id: PostId;
  /** As written; may hold `$…$`. */
  readonly title: string;
  readonly author: string;
  /** Absent when neither the front matter nor the file name gives one; such posts stand last. */
  readonly date?: PostDate;
  readonly updated?: PostDate;
  readonly category?: string;
  readonly tags: readonly string[];
  /** Reader count; absent means unknown, which is not 0. */
  readonly readers?: number;
  /** Day at which `readers` was counted. */
  readonly readersAsOf?: string;
  readonly series?: SeriesOverride;
  readonly summary?: string;
  readonly draft: boolean;
  /** Old addresses, each starting with `/`. */
  readonly aliases: readonly string[];
  readonly macros: Readonly<Record<string, string>>;
  readonly equations?: EquationStart;
  readonly original?: Original;
  readonly license?: string;
  /** Keys the generator does not know, kept as they are. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** A formula as the tokeniser found it. */
export interface SourceFormula {
  /** TeX without delimiters; a bare environment keeps its `\begin` and `\end`. */
  readonly tex: string;
  /** `inline`: in the line; `display`: centred inside a paragraph; `block`: centred, on its own. */
  readonly layout: "inline" | "display" | "block";
  /** Name of the environment when the formula was written bare. */
  readonly env?: string;
  /** Identifier written after the closer, `{#eq:loss}`. */
  readonly id?: string;
  readonly span: Span;
  /** At least one entry, in order of `value`. */
  readonly lines: readonly SourceLine[];
}

/** A reference to an equation, in text (`\eqref{a}`) or alone in `$…$`. Its hole in the markup is its index. */
export interface SourceReference {
  readonly kind: "eqref" | "ref";
  readonly label: string;
  readonly span: Span;
}

/** A row of a formula that has a number. */
export interface FormulaRow {
  /** Place among the rows of the environment, from 0. */
  readonly row: number;
  /** As `\ref` prints it: `3`, `2.1`, `*`. Before typesetting, the text of a `\tag` is TeX and may hold `$…$`. */
  readonly number: string;
  /** As it stands beside the row: `(3)`. */
  readonly shown: string;
  /** Names from `\label` and `{#…}`, the first of which makes the identifier. */
  readonly labels: readonly string[];
  /** Identifier on the page, `eq:loss`, `eq:3`. */
  readonly id: string;
}

/** A formula ready for a page. */
export interface Formula {
  /** As the author wrote it. */
  readonly tex: string;
  readonly layout: SourceFormula["layout"];
  /** The numbered rows, in order. */
  readonly rows: readonly FormulaRow[];
  /**
   * KaTeX's HTML and MathML, or the error box with the source; empty if the formula only defines something. May
   * have holes for references to other posts.
   */
  readonly html: Html;
  readonly failed: boolean;
}

/** What a reference leads to, as it is printed. */
export interface EquationTarget {
  readonly id: string;
  /** The number without parentheses, as text and as markup. */
  readonly number: string;
  readonly numberHtml: Html;
}

/** A reference outside of larger formulas, or a part of one that another post decides. Its hole is its index. */
export interface PostReference {
  readonly kind: "eqref" | "ref";
  /** As written, for copying: `\eqref{eq:a}`. */
  readonly tex: string;
  /** Found in this post. */
  readonly target?: EquationTarget;
  /** Identity of the other post, for `\eqref{9812#eq:a}`. */
  readonly post?: string;
  readonly label: string;
  readonly span: Span;
  /** Nearest label of this post if there is no such label. */
  readonly suggestion?: string;
}

/** A label of a post as other posts see it. */
export interface PostLabel extends EquationTarget {
  readonly label: string;
}

/** One link of a post, for resolution against the site. Its hole in the markup is its index. */
export interface PostLink {
  /** As written, percent-encoding kept. */
  readonly href: string;
  readonly span?: Span;
  /** The sentence around it, as text. */
  readonly sentence?: string;
}

/** A title in 《》 in the text of a post. Its hole in the markup is its index. */
export interface TitleMention {
  /** What stands between 《 and 》; formulas as TeX. */
  readonly text: string;
  readonly span?: Span;
  /** The sentence around it, as text. */
  readonly sentence?: string;
}

/** A word that a post is about, and how much. */
export type Term = readonly [word: string, weight: number];

/** A heading of level 2 or 3 in the table of contents. */
export interface TocEntry {
  readonly depth: 2 | 3;
  readonly id: string;
  readonly title: Template;
}

/** What there is to read. */
export interface WordCount {
  readonly hanzi: number;
  readonly words: number;
  readonly displays: number;
  readonly codeLines: number;
}

/** The number of an equation typed by hand, `式(3)`. */
export interface TypedNumber {
  readonly number: string;
  readonly span: Span;
}

/** A command that neither KaTeX nor the post knows. */
export interface UnknownCommand {
  readonly name: string;
  readonly span: Span;
}

/** A post after parsing: markup with holes, and what belongs into the holes. */
export interface ParsedPost {
  readonly path: SourcePath;
  readonly meta: PostMeta;
  readonly title: Template;
  /** The title without the name of its series and the number. */
  readonly partTitle?: Template;
  readonly summary?: Template;
  readonly body: Template;
  readonly excerpt: Template;
  /** True if the body goes on after the excerpt. */
  readonly excerptIsCut: boolean;
  readonly toc: readonly TocEntry[];
  readonly formulas: readonly SourceFormula[];
  readonly references: readonly SourceReference[];
  readonly typedNumbers: readonly TypedNumber[];
  readonly links: readonly PostLink[];
  readonly titles: readonly TitleMention[];
  /** In the order of the text, notes at its end. */
  readonly citations: readonly WorkCitation[];
  /** The sentence around each of the references in the text, by its index. */
  readonly referenceSentences: readonly string[];
  readonly terms: readonly Term[];
  /** The text by paragraphs, cells and headings, without code; each character of a formula is U+FFFC. */
  readonly plainText: readonly string[];
  /** Every identifier in the body, for checking links with a fragment. */
  readonly anchors: readonly string[];
  readonly words: WordCount;
  /** The text as the author wrote it, without front matter. */
  readonly markdown: string;
}

/** A post with its formulas typeset. The body of this record stays in the store until its page is printed. */
export interface Post extends Omit<ParsedPost, "formulas" | "references" | "typedNumbers" | "plainText"> {
  readonly formulas: readonly Formula[];
  readonly references: readonly PostReference[];
  readonly labels: readonly PostLabel[];
  /** The counter of equations at the end. */
  readonly lastNumber: number;
  /** Macros that the post defines. */
  readonly macros: readonly string[];
  /** What those without parameters, and those of its front matter, stand for at its end. */
  readonly expansions: Readonly<Record<string, string>>;
  readonly unknownCommands: readonly UnknownCommand[];
  /** Names of the rewrites of TeX, one entry for each formula that one has changed. */
  readonly rewrites: readonly string[];
}

/** All that pages may see of posts. */
export interface SitePost {
  readonly key: ContentHash;
  readonly path: SourcePath;
  readonly meta: PostMeta;
  readonly titleHtml: Html;
  /** The title without the name of its series and the number; absent if it has no such part. */
  readonly partTitleHtml?: Html;
  /** The title without markup, its formulas as text: `αᵢ²`. */
  readonly titleText: string;
  /** The title as text and formulas. */
  readonly titlePieces: readonly TitlePiece[];
  /** First words of the author's summary, or of the excerpt, without markup. */
  readonly description: string;
  /** Hanzi and words. */
  readonly wordCount: number;
  /** Reading time in whole minutes, at least 1. */
  readonly minutes: number;
  readonly anchors: readonly string[];
  readonly labels: readonly PostLabel[];
  readonly glyphs: Glyphs;
  /** Names of the fonts that its title and its excerpt need. */
  readonly excerptFonts: readonly string[];
}

/** All that other posts and pages may see of a post: it bounds what an edit can change. */
export interface PostSummary extends SitePost {
  readonly links: readonly PostLink[];
  readonly titles: readonly TitleMention[];
  readonly citations: readonly WorkCitation[];
  /** References that are not found in the post itself, with the sentences around those in the text. */
  readonly references: readonly (PostReference & { readonly sentence?: string })[];
  /** What the post is about, heaviest first. */
  readonly terms: readonly Term[];
  /** The counter of equations at the end, for a post that continues this one. */
  readonly lastNumber: number;
  /** Macros that the post defines, for posts of its series that lack them. */
  readonly macros: readonly string[];
  readonly unknownCommands: readonly UnknownCommand[];
}

/** Characters that each font of the formulas has to draw, by the name of the font's file. */
export type Glyphs = Readonly<Record<string, string>>;

/** What the report of a build says of the formulas of a post. */
export interface FormulaCount {
  readonly all: number;
  readonly failed: number;
  /** Set by the second renderer. */
  readonly fallback: number;
  readonly references: number;
  /** Neither found in the post nor sent to another one. */
  readonly referencesUnresolved: number;
  /** How many formulas each rewrite has changed, by its name. */
  readonly rewrites: Readonly<Record<string, number>>;
  /** Hash of each formula's TeX and layout, for counting distinct ones over the site. */
  readonly hashes: readonly string[];
}
