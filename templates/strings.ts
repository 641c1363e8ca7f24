import type { GraphDot } from "../src/model/graph.ts";
import type { CitationForm, ScriptWords, ThemeNames } from "../src/model/theme.ts";
import { groupDigits } from "../src/text/group-digits.ts";
import { bookInChinese, bookInEnglish } from "./book-words.ts";
import { honestyInChinese, honestyInEnglish, type Counting } from "./honesty.ts";

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
  readonly downloadBook: string;
  /** On the page that stands for those that are not kept. */
  readonly notKept: string;
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

/** `第 17 篇`, `第 25上 篇`; a part that is only a half is `上篇`. */
function zhPart(label: string): string {
  return /\d/.test(label) ? `第 ${label} 篇` : `${label}篇`;
}

const zh: Words = {
  home: "首页",
  archive: "归档",
  series: "系列",
  tags: "标签",
  categories: "分类",
  readers: "读者",
  graph: "引用图",
  graphDot: ({ title, day, cites, cited }) => `${title}（${day}）：引用 ${cites} 篇，被 ${cited} 篇引用`,
  search: "搜索",
  notFound: "没有这一页",
  offline: "没有网络",
  notKept: "这一页没有存下。读过的页面和存下的系列都在这里。",
  page: (number) => `第 ${number} 页`,
  term: (taxonomy, name) => `${taxonomy === "tags" ? "标签" : "分类"}：${name}`,
  noSeries: "不在系列中",
  countsInPosts: "文章里的记录",
  bibliography: "参考文献",
  book: bookInChinese,
  skip: "跳到正文",
  mainNavigation: "主导航",
  sideNavigation: "站内导览",
  pagination: "分页",
  readersCount: (n) => `${groupDigits(n)}位读者`,
  cite: "引用",
  citationForms: { line: "文本", bibtex: "BibTeX", gbt: "GB/T 7714", csl: "CSL-JSON", ris: "RIS" },
  feeds: "订阅",
  subscribe: "订阅",
  downloadBook: "下载 EPUB",
  keepSeries: { keep: "存下离线读", keeping: "正在存", kept: "已存下，点击移除", failed: "没有存成，点击再试" },
  backlinks: "被引用",
  backlinkCount: (posts) => `${groupDigits(posts)} 篇`,
  elsewhere: "其他文章",
  related: "相关文章",
  backToCitation: (number, place) => `回到正文第 ${place} 次引用文献 ${number} 的地方`,
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
  missingPart: (label) => `${zhPart(label)}未收录`,
  partOf: (label, title) => `${zhPart(label)}：${title}`,
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
  startReading: (label) => `从${zhPart(label)}读起`,
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
  otherPosts: (n) => `其余 ${groupDigits(n)} 篇`,
  perDay: "每日",
  mostPerDay: "每日读者最多",
  byYear: "按年",
  byYearTitle: "各年发表的文章共有多少读者",
  byMonth: "按月",
  byMonthTitle: "各月有多少读者",
  month: "月",
  monthNumbers: (months) => `各月的数，共 ${months} 个月`,
  otherReadings: "数字的另外几种读法",
  sources: "来源",
  total: "合计",
  asFile: "下载",
  rankingAsFile: "全部文章的读者数",
  bySeries: "按系列",
  year: "年",
  oneRod: (worth) => `一筹 ${groupDigits(worth)} 位`,
  graphCount: (posts, links) => `${groupDigits(posts)} 篇，${groupDigits(links)} 处`,
  graphLead: "点是文章，直线是系列，弧线连向它引用的文章；点越大，被引用越多。",
  graphToTable: "看表格",
  graphTable: "引用与被引用",
  cites: "引用",
  whoNamesWhom: "谁引用谁",
  honesty: "怎样数的",
  comments: "评论",
  latestComments: "最近评论",
  commentCount: (n) => `${groupDigits(n)} 条`,
  commentAuthor: "作者",
  pinned: "置顶",
  anonymous: "匿名",
  answersTo: (name) => `回复 ${name}`,
  commentBy: (name) => `${name}的评论`,
  commentLink: (id) => `第 ${id} 条评论的链接`,
  collapsed: "这条评论被折叠，展开",
  archivedComments: "以上评论由旧站存档，不再接受新的回复；编号与正文的式号保持原样。",
  leaveComment: "写新的评论",
  newComments: "新的评论",
  needsScript: "新的评论需要 JavaScript。",
  olderComments: "更早的评论",
  honestyText: honestyInChinese,
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
  scheme: "配色",
  schemes: { system: "随系统", light: "浅色", dark: "深色" },
  scripts: {
    copy: "复制",
    copyTex: "复制 TeX",
    sameFormula: "同一公式",
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
  graph: "Citation graph",
  graphDot: ({ title, day, cites, cited }) => `${title} (${day}): names ${cites}, named by ${cited}`,
  search: "Search",
  notFound: "Page not found",
  offline: "No network",
  notKept: "This page is not kept. Pages that you have read and series that you have kept are here.",
  page: (number) => `Page ${number}`,
  term: (taxonomy, name) => `${taxonomy === "tags" ? "Tag" : "Category"}: ${name}`,
  noSeries: "In no series",
  countsInPosts: "Records in the posts",
  bibliography: "References",
  book: bookInEnglish,
  skip: "Skip to content",
  mainNavigation: "Main navigation",
  sideNavigation: "Around the site",
  pagination: "Pages",
  readersCount: (n) => `${groupDigits(n)} ${n === 1 ? "reader" : "readers"}`,
  cite: "Cite",
  citationForms: { line: "Text", bibtex: "BibTeX", gbt: "GB/T 7714", csl: "CSL-JSON", ris: "RIS" },
  feeds: "Feeds",
  subscribe: "Subscribe",
  downloadBook: "Download as EPUB",
  keepSeries: {
    keep: "Keep for offline",
    keeping: "Keeping",
    kept: "Kept; click to remove",
    failed: "Not kept; try again",
  },
  backlinks: "Named by",
  backlinkCount: (posts) => `${groupDigits(posts)} ${posts === 1 ? "post" : "posts"}`,
  elsewhere: "Other posts",
  related: "Related posts",
  backToCitation: (number, place) => `Back to citation ${place} of reference ${number}`,
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
  otherPosts: (n) => `${groupDigits(n)} more`,
  perDay: "A day",
  mostPerDay: "Most read a day",
  byYear: "By year",
  byYearTitle: "Readers of the posts of each year",
  byMonth: "By month",
  byMonthTitle: "Readers in each month",
  month: "Month",
  monthNumbers: (months) => `Numbers of ${months} ${months === 1 ? "month" : "months"}`,
  otherReadings: "Other ways to read the numbers",
  sources: "Sources",
  total: "Total",
  asFile: "Download",
  rankingAsFile: "Readers of all posts",
  bySeries: "By series",
  year: "Year",
  oneRod: (worth) => `one rod is ${groupDigits(worth)}`,
  graphCount: (posts, links) => `${groupDigits(posts)} posts, ${groupDigits(links)} links`,
  graphLead:
    "A dot is a post, a line a series, an arc leads from a post to one that it names; the more posts name one, the larger its dot.",
  graphToTable: "See the table",
  graphTable: "Naming and named",
  cites: "Names",
  whoNamesWhom: "Who names whom",
  honesty: "How this was counted",
  comments: "Comments",
  latestComments: "Latest comments",
  commentCount: (n) => `${groupDigits(n)} ${n === 1 ? "comment" : "comments"}`,
  commentAuthor: "author",
  pinned: "pinned",
  anonymous: "Anonymous",
  answersTo: (name) => `answers ${name}`,
  commentBy: (name) => `Comment by ${name}`,
  commentLink: (id) => `Link to comment ${id}`,
  collapsed: "This comment was folded; show it",
  archivedComments:
    "These comments are an archive and take no more answers; their numbers and those of equations are as they were.",
  leaveComment: "Write a comment",
  newComments: "New comments",
  needsScript: "New comments need JavaScript.",
  olderComments: "Older comments",
  honestyText: honestyInEnglish,
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
  scheme: "Colours",
  schemes: { system: "System", light: "Light", dark: "Dark" },
  scripts: {
    copy: "Copy",
    copyTex: "Copy TeX",
    sameFormula: "Same formula",
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
