import type { Severity } from "../model/diagnostic.ts";

interface Code {
  readonly severity: Severity;
  /** What it means and what to do, in a few sentences. */
  readonly explain: string;
  /** Source text that gives this diagnostic. */
  readonly example: string;
}

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
  "markdown/html-removed": {
    severity: "warning",
    explain:
      "Raw HTML passes a closed list of elements, attributes and addresses; what is not in the list is removed from the page, its text stays. Scripts, styles, frames, forms and event attributes are never in it.",
    example: '<script src="a.js"></script>',
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
  "math/katex": {
    severity: "error",
    explain:
      "KaTeX cannot typeset the formula. The page shows its source in a box at this place; everything else is as usual.",
    example: "$x^2^3$",
  },
  "math/lint": {
    severity: "info",
    explain:
      "KaTeX typeset the formula and has a remark about it, for example a full-width character in mathematics or a character that its fonts do not have.",
    example: "$a，b$",
  },
  "math/html-class": {
    severity: "warning",
    explain:
      "A formula that came as raw HTML (class `math-inline`, `math-display`) or in a code block ```math could not be typeset.",
    example: '<span class="math-inline">\\frac{</span>',
  },
  "math/too-large": {
    severity: "error",
    explain:
      "The formula is longer than 20,000 characters, nested deeper than 200 braces, or has more than 10,000 cells. It is not typeset, because that could take minutes.",
    example: "$ {{{…}}} $",
  },
  "math/control-character": {
    severity: "error",
    explain:
      "A control character stands in the formula, usually because a program has read `\\b`, `\\f` or `\\t` as an escape and eaten the first letter of a command such as `\\beta`, `\\frac`, `\\text`.",
    example: "$\\u0008eta$",
  },
  "math/unclosed-display": {
    severity: "error",
    explain: "`$$` opens a formula that is never closed. It is shown as text.",
    example: "$$a=b",
  },
  "math/unclosed-environment": {
    severity: "error",
    explain:
      "`\\begin{…}` has no `\\end{…}` of the same name before the end of the document or of its block. It is shown as text.",
    example: "\\begin{equation}a=b",
  },
  "math/unknown-environment": {
    severity: "warning",
    explain: "`\\begin{…}` names an environment that is not mathematics. It is shown as text.",
    example: "\\begin{theorem}甲\\end{theorem}",
  },
  "math/stray-end": {
    severity: "warning",
    explain: "`\\end{…}` closes an environment that is not open here.",
    example: "a=b\\end{equation}",
  },
  "math/odd-dollars": {
    severity: "warning",
    explain: "A `$` has no partner in its paragraph. For money write `\\$`; else a `$` is missing or doubled nearby.",
    example: "令$x为实数",
  },
  "math/dollar-run": {
    severity: "warning",
    explain: "Three or more `$` in a row. They are no fence; two of them are read as delimiter, the rest as text.",
    example: "$$$a$$$",
  },
  "math/table-bar": {
    severity: "error",
    explain:
      "A bar in a formula of this table row cannot be told from a cell border. Write `\\vert` or `\\mid` inside formulas.",
    example: "| $|x$ | $y|$ |",
  },
  "math/undefined-reference": {
    severity: "warning",
    explain: "`\\eqref{…}` or `\\ref{…}` names a label that no formula of this post has.",
    example: "由$\\eqref{eq:absent}$可知",
  },
  "link/undefined-post": {
    severity: "warning",
    explain: "A link to an address of this archive for which there is no post.",
    example: "[甲](/archives/404404/)",
  },
  "link/undefined-fragment": {
    severity: "warning",
    explain: "A link to a heading that the post does not have.",
    example: "[甲](/archives/1/#没有这一节)",
  },
  "series/duplicate-part": {
    severity: "info",
    explain: "Two posts of one series have the same number. Both are listed, by date.",
    example: "漫谈（五）：甲 / 漫谈（五）：乙",
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
  "read/encoding": {
    severity: "error",
    explain: "The file is not UTF-8. It is left out; convert it and keep the original.",
    example: "(a file in GBK)",
  },
} as const satisfies Record<string, Code>;

export type DiagnosticCode = keyof typeof codes;

export function isCode(text: string): text is DiagnosticCode {
  return Object.hasOwn(codes, text);
}
