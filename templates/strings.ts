import type { CitationForm, ThemeNames } from "../src/model/theme.ts";
import { groupDigits } from "../src/text/group-digits.ts";

/** Names of forms of feeds, the same in all languages. */
export const feedNames: Readonly<Record<string, string>> = {
  "application/atom+xml": "Atom",
  "application/rss+xml": "RSS",
  "application/feed+json": "JSON Feed",
};

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
  readonly backlinks: string;
  readonly backlinkCount: (posts: number) => string;
  readonly elsewhere: string;
  readonly related: string;
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
  readonly byYear: string;
  readonly bySeries: string;
  readonly year: string;
  readonly oneRod: (worth: number) => string;
  readonly honesty: string;
  readonly honestyText: (
    counted: number,
    posts: number,
    asOf?: { readonly from: string; readonly to: string },
  ) => string;
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
}

const zh: Words = {
  home: "首页",
  archive: "归档",
  series: "系列",
  tags: "标签",
  categories: "分类",
  readers: "读者",
  search: "搜索",
  notFound: "没有这一页",
  page: (number) => `第 ${number} 页`,
  term: (taxonomy, name) => `${taxonomy === "tags" ? "标签" : "分类"}：${name}`,
  noSeries: "不在系列中",
  skip: "跳到正文",
  mainNavigation: "主导航",
  sideNavigation: "站内导览",
  pagination: "分页",
  readersCount: (n) => `${groupDigits(n)}位读者`,
  cite: "引用",
  citationForms: { line: "文本", bibtex: "BibTeX", gbt: "GB/T 7714", csl: "CSL-JSON", ris: "RIS" },
  feeds: "订阅",
  subscribe: "订阅",
  backlinks: "被引用",
  backlinkCount: (posts) => `${groupDigits(posts)} 篇`,
  elsewhere: "其他文章",
  related: "相关文章",
  download: (form) => `下载 ${form} 文件`,
  updatedOn: (day) => `更新于 ${day}`,
  draft: "草稿",
  recentPosts: "最近的文章",
  mostRead: "读得最多",
  all: "全部",
  posts: (n) => `${groupDigits(n)} 篇`,
  readOn: (minutes) => `继续读，约${minutes}分钟`,
  readAll: (minutes) => `全文，约${minutes}分钟`,
  newerPosts: "较新的文章",
  olderPosts: "更早的文章",
  contents: "目录",
  digest: "提要",
  aboutMinutes: (minutes) => `约${minutes}分钟。`,
  digestOf: "摘写",
  digestNote: "本文是对原文数学内容的摘写，由本站重新组织和推导，并非原文；读者数是原文的。原文：",
  missing: "未收录",
  missingPart: (label) => `第 ${label} 篇未收录`,
  partOf: (label, title) => `第 ${label} 篇：${title}`,
  ofSeries: (position, count) => `${position} / ${count}`,
  previousPart: "上一篇",
  nextPart: "下一篇",
  seriesNeighbours: "系列内上一篇与下一篇",
  olderPost: "较早",
  newerPost: "较新",
  neighbours: "相邻的文章",
  category: "分类",
  tag: "标签",
  license: "许可",
  haveParts: "已收录",
  readingTime: "通读约",
  period: "起止",
  readersTotal: "读者合计",
  hours: (minutes) =>
    minutes < 60 ? `${minutes}分钟` : `${Math.floor(minutes / 60)}小时${minutes % 60 === 0 ? "" : `${minutes % 60}分`}`,
  startReading: (label) => `从第 ${label} 篇读起`,
  parts: "各篇",
  chapters: "各编",
  readBefore: "先读",
  planned: "计划中",
  finished: "已完结",
  ongoing: "连载中",
  otherSeries: "其他系列",
  undated: "日期不详",
  unknown: "不详",
  onThisPage: "本页",
  sumOf: (posts, counted) =>
    counted === posts
      ? `位读者，${groupDigits(posts)} 篇文章`
      : `位读者，${groupDigits(posts)} 篇文章中 ${groupDigits(counted)} 篇有数`,
  ranking: "读者最多的文章",
  rank: "次",
  post: "文章",
  readersColumn: "位读者",
  bar: "条形",
  byYear: "按年",
  bySeries: "按系列",
  year: "年",
  oneRod: (worth) => `一筹 ${groupDigits(worth)} 位`,
  honesty: "怎样数的",
  honestyText: (counted, posts, asOf) =>
    `读者数取自各篇文章的记录，是浏览次数还是人数、是否滤去爬虫，取决于原来的统计。${
      asOf ? `记录日期：${asOf.from === asOf.to ? asOf.from : `${asOf.from} 至 ${asOf.to}`}。` : "没有注明记录的日期。"
    }${counted < posts ? `${groupDigits(posts - counted)} 篇没有记录，写作“—”，不计入合计。` : ""}`,
  searchLabel: "搜索文字或公式",
  searchHint: ["文字直接写，公式放在两个 ", " 之间。文字按原样查，公式按记号的重合排列。"],
  searchNeedsScript: "搜索在浏览器里进行，需要打开脚本。不用脚本，也可以从这些页面找起：",
  searchHelp: "搜索的写法与按键",
  sameSpellings: "算作相同的写法",
  filters: "筛选",
  keys: "按键",
  keySearch: "打开搜索",
  keyMove: "上一条、下一条",
  keyOpen: "打开",
  close: "关闭",
  openByKeys: ["用 ", " 与 ", " 打开搜索"],
  found: {
    titles: "题目",
    text: "文字",
    formulas: "公式",
    formula: "公式",
    related: "相关",
    lookedFor: "查",
    searching: "正在查找…",
    failed: "索引没有读到。请检查网络，再试一次。",
    nothing: "没有找到“{q}”。可以少写几个字，或者换一种写法。",
    announce: "找到 {n} 条结果。",
    foundText: "{posts}篇，{places}处",
    foundPosts: "{n}篇",
    apart: "分开的{words}",
    quoted: "“{word}”",
    and: "与",
    more: "再列 {n} 条",
    places: "全文{n}处",
    readers: "{n}位读者",
    equation: "式{n}",
    whole: "完全包含",
    share: "重合 {shared}/{of}",
    series: "系列",
    tags: "标签",
    year: "年份",
    noSeries: "不在系列中",
    undated: "日期不详",
    order: "排序",
    "order-relevance": "相关",
    "order-date": "日期",
    "order-readers": "读者",
  },
  lost: "这个地址上没有文章。也许它换了名字，可以从归档里找找看，或者读读最近的几篇：",
  licensedUnder: ["文字与图以 ", " 许可，转载请注明出处。"],
  madeWith: "由算经排版，公式由 KaTeX 在生成时写好。",
};

const en: Words = {
  home: "Home",
  archive: "Archive",
  series: "Series",
  tags: "Tags",
  categories: "Categories",
  readers: "Readers",
  search: "Search",
  notFound: "Page not found",
  page: (number) => `Page ${number}`,
  term: (taxonomy, name) => `${taxonomy === "tags" ? "Tag" : "Category"}: ${name}`,
  noSeries: "In no series",
  skip: "Skip to content",
  mainNavigation: "Main navigation",
  sideNavigation: "Around the site",
  pagination: "Pages",
  readersCount: (n) => `${groupDigits(n)} ${n === 1 ? "reader" : "readers"}`,
  cite: "Cite",
  citationForms: { line: "Text", bibtex: "BibTeX", gbt: "GB/T 7714", csl: "CSL-JSON", ris: "RIS" },
  feeds: "Feeds",
  subscribe: "Subscribe",
  backlinks: "Named by",
  backlinkCount: (posts) => `${groupDigits(posts)} ${posts === 1 ? "post" : "posts"}`,
  elsewhere: "Other posts",
  related: "Related posts",
  download: (form) => `Download the ${form} file`,
  updatedOn: (day) => `updated ${day}`,
  draft: "Draft",
  recentPosts: "Recent posts",
  mostRead: "Most read",
  all: "All",
  posts: (n) => `${groupDigits(n)} ${n === 1 ? "post" : "posts"}`,
  readOn: (minutes) => `Read on, about ${minutes} min`,
  readAll: (minutes) => `Full text, about ${minutes} min`,
  newerPosts: "Newer posts",
  olderPosts: "Older posts",
  contents: "Contents",
  digest: "Summary",
  aboutMinutes: (minutes) => ` About ${minutes} min.`,
  digestOf: "Digest",
  digestNote:
    "This is a digest of the mathematics of another text, newly arranged and derived; the reader count is that of the original. Original: ",
  missing: "Not in this archive",
  missingPart: (label) => `Part ${label} is not in this archive`,
  partOf: (label, title) => `Part ${label}: ${title}`,
  ofSeries: (position, count) => `${position} / ${count}`,
  previousPart: "Previous part",
  nextPart: "Next part",
  seriesNeighbours: "Neighbours in the series",
  olderPost: "Older",
  newerPost: "Newer",
  neighbours: "Neighbouring posts",
  category: "Category",
  tag: "Tags",
  license: "Licence",
  haveParts: "Parts",
  readingTime: "Reading time",
  period: "Period",
  readersTotal: "Readers",
  hours: (minutes) => (minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`),
  startReading: (label) => `Start with part ${label}`,
  parts: "Parts",
  chapters: "Chapters",
  readBefore: "Read before",
  planned: "Planned",
  finished: "finished",
  ongoing: "to be continued",
  otherSeries: "Other series",
  undated: "Undated",
  unknown: "unknown",
  onThisPage: "On this page",
  sumOf: (posts, counted) =>
    counted === posts
      ? `readers of ${groupDigits(posts)} posts`
      : `readers of ${groupDigits(counted)} counted posts out of ${groupDigits(posts)}`,
  ranking: "Most read posts",
  rank: "No.",
  post: "Post",
  readersColumn: "Readers",
  bar: "Bar",
  byYear: "By year",
  bySeries: "By series",
  year: "Year",
  oneRod: (worth) => `one rod is ${groupDigits(worth)}`,
  honesty: "How this was counted",
  honestyText: (counted, posts, asOf) =>
    `Counts are those recorded with each post; whether they are views or visitors and whether robots were left out depends on where they come from. ${
      asOf
        ? `Recorded ${asOf.from === asOf.to ? `on ${asOf.from}` : `from ${asOf.from} to ${asOf.to}`}.`
        : "The day of recording is not given."
    }${counted < posts ? ` ${groupDigits(posts - counted)} posts have no record; they show “—” and are in no sum.` : ""}`,
  searchLabel: "Search for words or formulas",
  searchHint: [
    "Write words as they are, and formulas between two ",
    ". Words are found as written, formulas by the signs that they share.",
  ],
  searchNeedsScript: "The search runs in your browser and needs scripts. Without them, start from one of these pages:",
  searchHelp: "Spellings and keys of the search",
  sameSpellings: "Spellings that count as the same",
  filters: "Filters",
  keys: "Keys",
  keySearch: "Open the search",
  keyMove: "Previous, next",
  keyOpen: "Open",
  close: "Close",
  openByKeys: ["Open the search by ", " and ", ""],
  found: {
    titles: "Titles",
    text: "Words",
    formulas: "Formulas",
    formula: "Formula",
    related: "Related",
    lookedFor: "for",
    searching: "Searching…",
    failed: "The index could not be read. Check the network and try again.",
    nothing: "Nothing was found for “{q}”. Try fewer words, or another spelling.",
    announce: "{n} results.",
    foundText: "posts: {posts}, places: {places}",
    foundPosts: "posts: {n}",
    apart: "{words} apart",
    quoted: "“{word}”",
    and: " and ",
    more: "{n} more",
    places: "places: {n}",
    readers: "{n} readers",
    equation: "Equation {n}",
    whole: "holds all of it",
    share: "shares {shared}/{of}",
    series: "Series",
    tags: "Tags",
    year: "Year",
    noSeries: "In no series",
    undated: "Undated",
    order: "Order",
    "order-relevance": "Relevance",
    "order-date": "Date",
    "order-readers": "Readers",
  },
  lost: "There is no post at this address. It may have a new name: try the archive, or read one of the latest posts:",
  licensedUnder: ["Text and pictures are licensed under ", "."],
  madeWith: "Set by suanjing; formulas by KaTeX when the site was built.",
};

/** The words of the interface in a language of the site. */
export function wordsOf(language: "zh-CN" | "en"): Words {
  return language === "en" ? en : zh;
}
