import type { CitationForm, ScriptWords, ThemeNames } from "../src/model/theme.ts";
import { groupDigits } from "../src/text/group-digits.ts";

/** Names of forms of feeds, the same in all languages. */
export const feedNames: Readonly<Record<string, string>> = {
  "application/atom+xml": "Atom",
  "application/rss+xml": "RSS",
  "application/feed+json": "JSON Feed",
};

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
  readonly lost: string;
  readonly licensedUnder: readonly [before: string, after: string];
  readonly madeWith: string;
  readonly scheme: string;
  readonly schemes: Readonly<Record<"system" | "light" | "dark", string>>;
  readonly scripts: ScriptWords;
}

const zh: Words = {
  home: "首页",
  archive: "归档",
  series: "系列",
  tags: "标签",
  categories: "分类",
  readers: "读者",
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
  lost: "这个地址上没有文章。也许它换了名字，可以从归档里找找看，或者读读最近的几篇：",
  licensedUnder: ["文字与图以 ", " 许可，转载请注明出处。"],
  madeWith: "由算经排版，公式由 KaTeX 在生成时写好。",
  scheme: "配色",
  schemes: { system: "随系统", light: "浅色", dark: "深色" },
  scripts: {
    copy: "复制",
    copyTex: "复制 TeX",
    copied: "已复制",
    preview: "预览",
    goTo: "转到",
    goBack: "返回",
    close: "关闭",
  },
};

const en: Words = {
  home: "Home",
  archive: "Archive",
  series: "Series",
  tags: "Tags",
  categories: "Categories",
  readers: "Readers",
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
  lost: "There is no post at this address. It may have a new name: try the archive, or read one of the latest posts:",
  licensedUnder: ["Text and pictures are licensed under ", "."],
  madeWith: "Set by suanjing; formulas by KaTeX when the site was built.",
  scheme: "Colours",
  schemes: { system: "System", light: "Light", dark: "Dark" },
  scripts: {
    copy: "Copy",
    copyTex: "Copy TeX",
    copied: "Copied",
    preview: "Preview",
    goTo: "Go there",
    goBack: "Back",
    close: "Close",
  },
};

/** The words of the interface in a language of the site. */
export function wordsOf(language: "zh-CN" | "en"): Words {
  return language === "en" ? en : zh;
}
