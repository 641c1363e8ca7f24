import type { Code } from "./code.ts";

/** Diagnostics about formulas. */
export const mathCodes = {
  "math/katex": {
    severity: "error",
    explain:
      "KaTeX cannot typeset the formula. The page shows its source in a box at this place; everything else is as usual.",
    example: "$x^2^3$",
  },
  "math/fallback": {
    severity: "info",
    explain:
      "KaTeX cannot typeset the formula, but MathJax can, and it is installed: the page shows MathJax's drawing. Its numbers stand beside it. Nothing needs to be done; TeX that KaTeX knows makes smaller pages.",
    example: "$\\enclose{circle}{x}$",
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
    severity: "error",
    explain:
      "`\\eqref{…}` or `\\ref{…}` names a label that no numbered row of this post has; the page shows (??). A label of another post is written with the post's id, `\\eqref{9812#eq:a}`.",
    example: "由$\\eqref{eq:absent}$可知",
  },
  "math/duplicate-label": {
    severity: "error",
    explain: "Two rows of one post have the same label. The first one keeps it; both are shown and counted.",
    example: "\\begin{equation}a\\label{eq:a}\\end{equation} \\begin{equation}b\\label{eq:a}\\end{equation}",
  },
  "math/lost-label": {
    severity: "warning",
    explain:
      "A label stands in a row without number, and no numbered row of the formula follows. A reference to it shows (??), and then this is an error.",
    example: "$$a=b\\label{eq:a}$$",
  },
  "math/label-moved": {
    severity: "warning",
    explain:
      "A label stands in a row without number, or behind the last `\\\\`. It names the next row with a number, or the row above.",
    example: "\\begin{align}a\\label{eq:a}\\notag\\\\ b\\end{align}",
  },
  "math/two-labels": {
    severity: "warning",
    explain: "A row has several labels. All of them name it.",
    example: "\\begin{equation}a\\label{eq:a}\\label{eq:b}\\end{equation}",
  },
  "math/two-tags": {
    severity: "error",
    explain: "A row has several `\\tag`. The first one is shown.",
    example: "\\begin{equation}a\\tag{A}\\tag{B}\\end{equation}",
  },
  "math/duplicate-tag": {
    severity: "warning",
    explain: "Two rows of one post have the same `\\tag`. Readers cannot tell them apart; the identifiers differ.",
    example: "$$a\\tag{A}$$ $$b\\tag{A}$$",
  },
  "math/tag-misplaced": {
    severity: "warning",
    explain:
      "`\\tag` inside `aligned`, `split` or their like is taken as the tag of the whole row; in a formula in the line it has no effect.",
    example: "$a\\tag{A}$",
  },
  "math/nested-environment": {
    severity: "warning",
    explain:
      "A formula holds several environments that number their rows, beside or inside each other. The first one is numbered, the others are set without numbers.",
    example: "$$\\begin{gather}\\begin{align}a\\end{align}\\end{gather}$$",
  },
  "math/unknown-command": {
    severity: "error",
    explain:
      "The command is neither one of KaTeX nor a macro of the site or the post. The page shows the source of the formula in a box.",
    example: "$\\boldsymbl{x}$",
  },
  "math/command-elsewhere": {
    severity: "info",
    explain:
      "A command that the post lacks is defined in another post of its series. Macros belong to one post; those of the whole site stand in the settings (`math.macros`).",
    example: "$\\msign$, defined in an earlier part",
  },
  "math/macro-invalid": {
    severity: "error",
    explain: "KaTeX cannot define the macro, for example because its parameters do not count from #1.",
    example: "$\\def\\a#2{x}$",
  },
  "math/macro-shadows": {
    severity: "info",
    explain:
      "The post defines a macro whose name is a command of KaTeX. The post's meaning wins from here on, for this post.",
    example: "$\\newcommand{\\bra}[1]{\\langle #1|}$",
  },
  "math/macro-unused": {
    severity: "info",
    explain: "The post defines a macro that none of its formulas uses.",
    example: "$\\newcommand{\\msign}{\\operatorname{msign}}$",
  },
  "math/simplified": {
    severity: "warning",
    explain: "A construct of MathJax that KaTeX lacks was replaced by the nearest one; something of its look is lost.",
    example: "$\\bbox[5px,border:2px solid red]{x}$",
  },
  "math/zero-width": {
    severity: "warning",
    explain: "An invisible character stands in the formula. It is left out.",
    example: "$a\\u200bb$",
  },
  "math/full-width": {
    severity: "warning",
    explain:
      "A full-width sign stands in the formula where TeX has a sign of ASCII. Write that, or put the text into `\\text{…}`.",
    example: "$a，b$",
  },
  "math/hanzi": {
    severity: "warning",
    explain: "Chinese text stands in a formula outside of `\\text{…}`. Often a `$` is missing or doubled nearby.",
    example: "$a。其中b$",
  },
  "math/no-glyph": {
    severity: "info",
    explain: "KaTeX's fonts do not have the character; it is drawn in another font and may be placed badly.",
    example: "$①$",
  },
  "math/tall-inline": {
    severity: "info",
    explain:
      "A formula in the line that is taller than the line breaks the line grid. Drop `\\limits` or `\\displaystyle`, write `\\frac` for `\\dfrac`, or make it a display.",
    example: "$\\sum\\limits_i x_i$",
  },
  "math/newline": {
    severity: "warning",
    explain: "`\\\\` stands in a display without an environment. LaTeX ignores it; put `aligned` around the rows.",
    example: "$$a=b\\\\ c=d$$",
  },
  "math/trailing-newline": {
    severity: "info",
    explain: "`\\\\` stands behind the last row. It does nothing.",
    example: "\\begin{align}a\\\\ \\end{align}",
  },
  "math/html-entity": {
    severity: "warning",
    explain: "A character reference of HTML stands in the formula, probably left by an import. Write the character.",
    example: "$a&lt;b$",
  },
  "math/comment": {
    severity: "warning",
    explain: "`%` turns the rest of the line into a comment. Write `\\%` for the sign.",
    example: "$50% x$",
  },
  "math/eaten-escape": {
    severity: "warning",
    explain:
      "White space and letters stand where a command such as `\\text` or `\\nabla` is likely: a program has read `\\t` or `\\n` as an escape.",
    example: "$\\u0009ext{a}$",
  },
  "math/typed-number": {
    severity: "info",
    explain:
      "The number of an equation of this post is typed by hand. It does not follow when equations are added; `\\eqref{…}` does.",
    example: "由式(3)可知",
  },
  "math/label-in-html": {
    severity: "warning",
    explain:
      "`\\label`, `\\tag` or a reference stands in a formula that came as raw HTML or in a block of code `math`. Such formulas have no numbers.",
    example: "```math\n a\\label{eq:a}\n```",
  },
  "math/unused-label": {
    severity: "info",
    off: true,
    explain: "A label that nothing in the post refers to. Off by default; `rules` turns it on.",
    example: "\\begin{equation}a\\label{eq:a}\\end{equation}",
  },
} as const satisfies Record<string, Code>;
