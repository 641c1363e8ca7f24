import type { GraphDot } from "../../src/model/graph.ts";
import type { CitationForm, ScriptWords, ThemeNames } from "../../src/model/theme.ts";
import type { Counting } from "./honesty.ts";

/** What the script of the search says. */
type FoundWord =
  | "titles"
  | "text"
  | "formulas"
  | "formula"
  | "related"
  | "lookedFor"
  | "searching"
  | "failed"
  | "nothing"
  | "announce"
  | "foundText"
  | "foundPosts"
  | "apart"
  | "quoted"
  | "and"
  | "more"
  | "places"
  | "readers"
  | "equation"
  | "whole"
  | "share"
  | "series"
  | "tags"
  | "year"
  | "noSeries"
  | "undated"
  | "order"
  | "order-relevance"
  | "order-date"
  | "order-readers";

/** Every word of the interface in one language. Texts of posts are not here. */
export interface Words extends ThemeNames {
  readonly skip: string;
  readonly mainNavigation: string;
  readonly sideNavigation: string;
  readonly pagination: string;
  readonly readersCount: (n: number) => string;
  readonly cite: string;
  readonly citationForms: Readonly<Record<CitationForm["kind"], string>>;
  readonly feeds: string;
  readonly subscribe: string;
  readonly downloadBook: string;
  /** On the page that stands for those that are not kept. */
  readonly notKept: string;
  readonly keptPages: string;
  /** What the button says that keeps a series. */
  readonly keepSeries: {
    readonly keep: string;
    readonly keeping: string;
    readonly kept: string;
    readonly failed: string;
  };
  readonly backlinks: string;
  readonly backlinkCount: (posts: number) => string;
  readonly elsewhere: string;
  readonly related: string;
  readonly backToCitation: (number: number, place: number) => string;
  readonly download: (form: string) => string;
  readonly updatedOn: (day: string) => string;
  readonly draft: string;
  readonly recentPosts: string;
  readonly mostRead: string;
  readonly all: string;
  readonly posts: (n: number) => string;
  readonly readOn: (minutes: number) => string;
  readonly readAll: (minutes: number) => string;
  readonly newerPosts: string;
  readonly olderPosts: string;
  readonly contents: string;
  readonly digest: string;
  readonly aboutMinutes: (minutes: number) => string;
  readonly digestOf: string;
  readonly digestNote: string;
  readonly missing: string;
  readonly missingPart: (label: string) => string;
  readonly partOf: (label: string, title: string) => string;
  readonly ofSeries: (position: number, count: number) => string;
  readonly previousPart: string;
  readonly nextPart: string;
  readonly seriesNeighbours: string;
  readonly olderPost: string;
  readonly newerPost: string;
  readonly neighbours: string;
  readonly category: string;
  readonly tag: string;
  readonly license: string;
  readonly haveParts: string;
  readonly readingTime: string;
  readonly period: string;
  readonly readersTotal: string;
  readonly hours: (minutes: number) => string;
  readonly startReading: (label: string) => string;
  readonly parts: string;
  readonly chapters: string;
  readonly readBefore: string;
  readonly planned: string;
  readonly finished: string;
  readonly ongoing: string;
  readonly otherSeries: string;
  readonly undated: string;
  readonly unknown: string;
  readonly onThisPage: string;
  readonly sumOf: (posts: number, counted: number) => string;
  readonly ranking: string;
  readonly rank: string;
  readonly post: string;
  readonly readersColumn: string;
  readonly bar: string;
  readonly otherPosts: (n: number) => string;
  readonly perDay: string;
  readonly mostPerDay: string;
  readonly byYear: string;
  readonly byYearTitle: string;
  readonly byMonth: string;
  readonly byMonthTitle: string;
  readonly month: string;
  readonly monthNumbers: (months: number) => string;
  readonly otherReadings: string;
  readonly sources: string;
  readonly total: string;
  readonly asFile: string;
  readonly rankingAsFile: string;
  readonly bySeries: string;
  readonly year: string;
  readonly oneRod: (worth: number) => string;
  readonly graphDot: (dot: GraphDot) => string;
  readonly graphCount: (posts: number, links: number) => string;
  readonly graphLead: string;
  readonly graphToTable: string;
  readonly graphTable: string;
  readonly cites: string;
  readonly whoNamesWhom: string;
  readonly honesty: string;
  readonly latestComments: string;
  readonly commentCount: (n: number) => string;
  readonly commentAuthor: string;
  readonly pinned: string;
  readonly anonymous: string;
  readonly answersTo: (name: string) => string;
  readonly commentBy: (name: string) => string;
  readonly commentLink: (id: string) => string;
  readonly collapsed: string;
  readonly archivedComments: string;
  readonly leaveComment: string;
  readonly newComments: string;
  readonly needsScript: string;
  readonly olderComments: string;
  readonly honestyText: (counting: Counting) => string;
  readonly searchLabel: string;
  /** Around the sign that stands about a formula. */
  readonly searchHint: readonly [before: string, after: string];
  readonly searchNeedsScript: string;
  readonly searchHelp: string;
  readonly sameSpellings: string;
  readonly filters: string;
  readonly keys: string;
  readonly keySearch: string;
  readonly keyMove: string;
  readonly keyOpen: string;
  readonly close: string;
  /** Around the two keys. */
  readonly openByKeys: readonly [before: string, between: string, after: string];
  /** Words of the script of the search; `{n}` and the like stand for values. */
  readonly found: Readonly<Record<FoundWord, string>>;
  readonly lost: string;
  readonly licensedUnder: readonly [before: string, after: string];
  readonly madeWith: string;
  readonly scheme: string;
  readonly schemes: Readonly<Record<"system" | "light" | "dark", string>>;
  readonly scripts: ScriptWords;
}
