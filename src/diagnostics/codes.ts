import type { Code } from "./code.ts";
import { mathCodes } from "./math-codes.ts";

/**
 * Every diagnostic there is. Codes are permanent: they stand in configurations (`rules`) and in
 * reports. A code without text does not compile.
 */
export const codes = {
  "front-matter/unclosed": {
    severity: "error",
    explain:
      "The file starts with a line `---` that is never followed by a second one. The whole file is read as the text of the post. Close the block, or start the file with an empty line if the line was meant as a rule.",
    example: "---\ntitle: 旋转\n\n正文",
  },
  "front-matter/language": {
    severity: "error",
    explain:
      "Front matter is plain YAML. A language after the dashes (`---js`, `---json`, `---toml`) is refused and never run; the post is left out.",
    example: "---js\n{ title: '旋转' }\n---",
  },
  "front-matter/syntax": {
    severity: "error",
    explain:
      "The front matter is not valid YAML. Most often a value holds a colon and needs quotes: `title: \"甲：乙\"` or `title: 'a: b'`.",
    example: "---\ntitle: a: b\n---",
  },
  "front-matter/invalid": {
    severity: "error",
    explain:
      "A key has a value of the wrong form, for example a text where a number is wanted. The value is left out and the rest of the post is published.",
    example: "---\ntitle: 旋转\nreaders: 很多\n---",
  },
  "front-matter/suspicious-key": {
    severity: "info",
    explain:
      "Keys that the generator does not know are kept and are no error. This one differs by one or two letters from a known key and is probably a typing error.",
    example: "---\ntitle: 旋转\nreader: 12\n---",
  },
  "post/missing-title": {
    severity: "warning",
    explain: "The front matter has no `title`. The first heading is used, else the name of the file.",
    example: "---\ndate: 2020-07-04\n---\n\n正文",
  },
  "post/missing-date": {
    severity: "warning",
    explain:
      "Neither the front matter nor the name of the file (`2020-07-04-name.md`) gives a date. The post is published without one and stands at the end of the archive.",
    example: "---\ntitle: 旋转\n---\n\n正文",
  },
  "post/derived-date": {
    severity: "warning",
    explain: "The front matter has no `date`; the date in the name of the file is used.",
    example: "---\ntitle: 旋转\n---\n\n正文 (in 2020-07-04-rotation.md)",
  },
  "post/bad-date": {
    severity: "error",
    explain:
      "The date is not a day of the calendar. Forms that are read: `2020-07-04`, `2020-07-04 09:30`, `2020-07-04T09:30:00+08:00`.",
    example: "---\ntitle: 旋转\ndate: 2020-02-31\n---",
  },
  "post/too-deep": {
    severity: "error",
    explain:
      "Quotes, lists or elements of HTML stand in each other some thousand times. No person writes that, and it cannot be read; the post is left out.",
    example: "> > > > … (thousands of them)",
  },
  "markdown/html-removed": {
    severity: "warning",
    explain:
      "Raw HTML passes a closed list of elements, attributes and addresses; what is not in the list is removed from the page, its text stays. Scripts, styles, frames, forms and event attributes are never in it.",
    example: '<script src="a.js"></script>',
  },
  "markdown/excess-cells": {
    severity: "warning",
    explain:
      "A row of a table has more cells than the table has columns; those are dropped. Often a bar in a cell was not meant as a border: write `\\|`, or `\\vert` and `\\mid` inside of formulas.",
    example: "| a |\n|---|\n| b | c |",
  },
  "markdown/open-emphasis": {
    severity: "warning",
    explain:
      "A mark of emphasis has stayed in the text, because white space or a mark stands where a letter must. Move it to the other side.",
    example: "他说**重点 **是",
  },
  "markdown/too-many-marks": {
    severity: "warning",
    explain:
      "Of one paragraph, heading or cell 2,000 marks of Markdown are read, `<` counted fourfold; those behind them are shown as they are written. It keeps the time that a hostile text can take in proportion to its length.",
    example: "[[[[[… (thousands of them)",
  },
  "markdown/unused-note": {
    severity: "warning",
    explain: "A note `[^name]: …` that nothing in the text refers to. As everywhere in Markdown it is not shown.",
    example: "正文。\n\n[^甲]: 没有人引用的注。",
  },
  "image/missing": {
    severity: "warning",
    explain:
      "The picture is neither in `public/` nor beside the post. The page refers to it all the same; readers see the alternative text until the file is there.",
    example: "![图](/images/absent.png)",
  },
  "image/unreadable": {
    severity: "warning",
    explain: "The file exists, but width and height cannot be read from it. The page may jump while it loads.",
    example: "![图](/images/broken.png)",
  },
  ...mathCodes,
  "post/equations": {
    severity: "error",
    explain:
      "`equations` in the front matter cannot be followed: the post named by `continue` does not exist, the posts continue each other in a circle, or `start` is not the number behind the last one of that post. The post counts from `start`, else from 1.",
    example: "equations: { continue: absent }",
  },
  "link/undefined-post": {
    severity: "warning",
    explain: "A link to an address of this archive for which there is no post.",
    example: "[甲](/archives/404404/)",
  },
  "link/undefined-path": {
    severity: "warning",
    explain:
      "A link to an address of this site where no page and no file stands. If the archive was at another host before (`oldHosts`), the printed link leads there.",
    example: "[标签](/tag/GAN/)",
  },
  "link/undefined-fragment": {
    severity: "warning",
    explain: "A link to a heading that the post does not have.",
    example: "[甲](/archives/1/#没有这一节)",
  },
  "link/unreachable": {
    severity: "warning",
    explain:
      "A link to another site did not answer well when `check --links` asked for it. An address that answered is not asked again for a week; 401, 403 and 429 count as answers, because servers give them to programs.",
    example: "[甲](https://example.org/404)",
  },
  "link/ambiguous-title": {
    severity: "warning",
    explain:
      "A title in 《》 is that of several posts, so it gets no link. Write a link to the one that is meant, or give the posts different titles.",
    example: "见《旋转》 (two posts are called 旋转)",
  },
  "link/near-title": {
    severity: "info",
    explain:
      "A title in 《》 is no post's title, but nearly: some characters differ, or it is only a part of a title. It gets no link. Titles of books and papers are left alone.",
    example: "见《旋转与複数》 (a post is called 旋转与复数)",
  },
  "series/invalid": {
    severity: "error",
    explain:
      "A value in `data/series.yaml` has the wrong form, or the file is not valid YAML. What it says about that series is left out; its posts are a series all the same.",
    example: "- name: 漫谈\n  finished: 是",
  },
  "series/unknown": {
    severity: "warning",
    explain:
      "`data/series.yaml` names a series that no post belongs to, a post that is not in the series (`order`) or not in the archive (`before`), or a part that the series does not have (`sections`), or gives a reason why a part is missing that is there. This is passed over.",
    example: "- name: 没有文章的系列",
  },
  "series/duplicate-part": {
    severity: "info",
    explain: "Two posts of one series have the same number. Both are listed, by date.",
    example: "漫谈（五）：甲 / 漫谈（五）：乙",
  },
  "redirects/invalid": {
    severity: "error",
    explain:
      "A line of a file in `data/redirects/` is not an old address and the address that it leads to, both on this site: `/old/ /new/`. Behind the last `/` of the old one may stand `*`, and `:splat` in the new one for what the star stands for. The line is left out.",
    example: "/category/math/",
  },
  "redirects/nowhere": {
    severity: "warning",
    explain:
      "A line of a file in `data/redirects/` leads to an address at which this site has no page and no file. The line is left out: readers would be led to a page that is missing.",
    example: "/category/math/ /categories/没有/",
  },
  "readers/invalid": {
    severity: "error",
    explain:
      "A file of `data/readers/` does not begin with the header `date,path,views,visitors,source`, or a cell is not what its column holds: a day or nothing, a path of the site, whole numbers or nothing, the name of a source. The row is left out, all others count. In `sources.yaml` a key has a value of the wrong form; what is said about that source is left out.",
    example: "date,path,views,visitors,source\n2026-02-31,/archives/42/,17,,nginx",
  },
  "readers/duplicate": {
    severity: "error",
    explain:
      "Two rows have the same day, path and source, in one file or in two. The first one counts: adding them would count readers twice.",
    example: "2026-01-03,/archives/42/,17,,nginx (two times)",
  },
  "readers/unknown-path": {
    severity: "warning",
    explain:
      "No page of the site has this address, now or before (`aliases`, `oldPermalinks`). The rows are left out of all sums. Pages that are no posts may have rows; those count for no post.",
    example: "2026-01-03,/archives/nothing/,17,,nginx",
  },
  "readers/mixed": {
    severity: "warning",
    explain:
      "Views and visitors are never added. A site shows views as soon as anything counts views (counts in front matter do), else visitors. Rows of this source hold only the other one and are in no sum.",
    example: "2026-01-03,/archives/42/,,9,umami (beside a source with views)",
  },
  "readers/two-baselines": {
    severity: "warning",
    explain:
      "A baseline is everything that was counted up to a day. These posts have one from each of two sources (front matter is one), and both are added. Take one out if they have counted the same readers.",
    example: ",/archives/42/,1000,,waline (and readers: 1000 in the post)",
  },
  "readers/unknown-source": {
    severity: "warning",
    explain: "`data/readers/sources.yaml` describes a source that no row has. Its name may be misspelt.",
    example: "- source: ngnix",
  },
  "site/duplicate-id": {
    severity: "error",
    explain: "Two posts have one `id`. The newer one is left out; give it another `id`.",
    example: "id: 42 in two files",
  },
  "site/duplicate-url": {
    severity: "error",
    explain:
      "Two pages have one address. The one named second is not written; change an `id`, a name or the `permalink` pattern.",
    example: "id: page in a site with permalink /:id/",
  },
  "site/alias-clash": {
    severity: "warning",
    explain:
      "An old address, from `aliases` or `oldPermalinks`, is the address of a page, or an old address of another post. It leads to the page that has it; of two posts to the newer one.",
    example: "aliases: /archives/1/ in another post than 1",
  },
  "citation/unknown-key": {
    severity: "error",
    explain:
      "A citation `[@key]` names a work that `references.bib` does not have. The text stays as it is written. A citation that is none is written `\\[@key]`.",
    example: "见 [@vaswani2071]。",
  },
  "bibliography/syntax": {
    severity: "error",
    explain:
      "An entry of `references.bib` is no BibTeX: a comma, a brace or a quotation mark is missing. The entry is left out; the others are read.",
    example: "@book{knuth1984, title = {The TeXbook} year = 1984}",
  },
  "bibliography/duplicate-key": {
    severity: "warning",
    explain: "Two entries of `references.bib` have the same key. The first one counts.",
    example: "@book{knuth, title = {甲}}\n@book{knuth, title = {乙}}",
  },
  "bibliography/no-title": {
    severity: "warning",
    explain: "An entry of `references.bib` has no title, so its line in a list of references says little.",
    example: "@book{knuth1984, author = {Knuth, Donald E.}}",
  },
  "site/no-base-url": {
    severity: "info",
    explain:
      "Feeds and the sitemap hold whole addresses, and the site's own is not known. Set `baseUrl`; until then they are not written.",
    example: "export default defineConfig({ title: '甲' })",
  },
  "search/pagefind": {
    severity: "warning",
    explain:
      "`search.engine` is `pagefind`, but Pagefind is not installed or its program does not run on this machine. The built-in index is used, so the search works all the same. Install it with `npm install --save-optional pagefind`, or take the setting away.",
    example: 'search: { engine: "pagefind" },   // in site.config.ts',
  },
  "book/picture": {
    severity: "warning",
    explain:
      "A picture of a post cannot be put into the book: its file is neither in `public/` nor beside the post, it lies on another site, or it is of a form that programs for books do not show. The book has its address and its alternative text in its place.",
    example: "![图](https://elsewhere.example/figure.png)",
  },
  "site/no-posts": {
    severity: "warning",
    explain:
      "No post was found. A content folder has Markdown files in `posts/`, or is itself a folder of Markdown files.",
    example: "suanjing build --content empty",
  },
  "build/worker-crashed": {
    severity: "error",
    explain:
      "The worker that had this post ended or took longer than its limit. The post is left out; please report it with the file.",
    example: "(a post that makes the program fail)",
  },
  "site/host-limit": {
    severity: "warning",
    explain:
      "The host that `host` in site.config.ts names takes fewer or smaller files, or fewer redirects, than the site has; it would refuse the site or leave rules out without a word.",
    example: 'host: "cloudflare" and 20,001 files',
  },
  "read/encoding": {
    severity: "error",
    explain: "The file is not UTF-8. It is left out; convert it and keep the original.",
    example: "(a file in GBK)",
  },
  "comments/invalid": {
    severity: "error",
    explain:
      "A file in `data/comments/` is not JSON, or an entry in it is not a comment as Artrans has it: every value is a text, `id`, `content`, `created_at` and `page_key` are there, flags are `true` or `false`. The entry is left out; the others are shown. Or `redacted.yaml`, the list of comments that are to be forgotten, cannot be read: then none is shown.",
    example: '[{ "id": 12 }]',
  },
  "comments/duplicate-id": {
    severity: "warning",
    explain: "Two comments of a file have one id. Only the first is shown. The same id in two files is no fault.",
    example: '[{ "id": "12", … }, { "id": "12", … }]',
  },
  "comments/unknown-page": {
    severity: "warning",
    explain:
      "Comments belong to an address (`page_key`) at which there is no post, neither now nor by its `aliases`, by `oldPermalinks`, or by its id. They are left out. Give the post this address as an alias, or correct the key.",
    example: '"page_key": "/archives/404/"',
  },
  "comments/unknown-parent": {
    severity: "warning",
    explain:
      "A comment answers one that is not there, or that stands below another post. It is shown below the nearest older comment of its thread that is there, or by itself.",
    example: '"rid": "99"',
  },
  "comments/cycle": {
    severity: "warning",
    explain: "Comments answer each other in a circle. The oldest of them is shown as the first of its thread.",
    example: '[{ "id": "1", "rid": "2", … }, { "id": "2", "rid": "1", … }]',
  },
  "comments/content": {
    severity: "info",
    explain:
      "Something in the text of a comment cannot be shown as it was meant: a formula fails and its source is shown, a reference leads to no equation of the post, an element or an address is not allowed. Readers wrote it, so it is only a remark.",
    example: '"content": "那么 $\\frac{1}{$ 呢？"',
  },
} as const satisfies Record<string, Code>;

export type DiagnosticCode = keyof typeof codes;

export function isCode(text: string): text is DiagnosticCode {
  return Object.hasOwn(codes, text);
}
