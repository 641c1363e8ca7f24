import fc from "fast-check";
import { hostileMarkup } from "../../test/support/hostile-markup.ts";

/** What must never come out as markup. */
export const canary = '"><img src=x onerror=fuzz(1)><script>fuzz(2)</script>';

/** Between spaces, so that they can be read. */
const words = String.raw`# ## > - 1. [^1] [^1]: ** _ ~~ $ $$ \\ & { } [ ] ( ![ ) < > “ ” 《 》 。 ， ^ _ ' {#id}
  \begin{align} \end{align} \begin{equation} \end{equation} \label{a} \eqref{a} \tag{1} \frac \left( \right) \sqrt[3]
  \def\a#1{#1} \a \newcommand{\b}{\b\b} \text{甲$x$} \color{red} \href{javascript:fuzz(3)}{x} \htmlClass{x}{y} \\[2pt]
  <b> <div> </div> <!--more--> <!-- --> <table><tr><td> </p> &lt; &#x0; [@one] [x](/archives/b/) [x](../b.md)
  https://example.org/archives/b/ 《甲》 \operatorname 😀 甲乙 a 1 | <x-ref`.split(/\s+/);

const signs = [
  ...words,
  ..."# |> |- |1. |[^1]: |`|```\n|\n|\n\n|  \n|    | ".split("|"),
  "| a | b |\n|-|-|\n",
  '<div class="x">',
  '<x-formula n="0">',
  "[@one, 第 3 页]",
  "\u0000",
  "\ud800",
  "\u202e",
  "\u2028",
];

/** A piece of Markdown, TeX, HTML or Chinese, or anything at all. */
const piece = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...signs) },
  { weight: 1, arbitrary: fc.constantFrom(canary, ...hostileMarkup) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 5 }) },
);

/** Text of a post or a comment. */
export const markdown = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(""));

/** A short value: of front matter, a field, a cell. */
export const value = fc.oneof(
  fc.array(piece, { maxLength: 4 }).map((parts) => parts.join("")),
  fc.constantFrom(
    canary,
    "",
    "甲",
    "甲：1、乙",
    "甲（二）",
    "2024-01-02",
    "2024-13-99",
    "-1",
    "1e99",
    "true",
    "null",
    "~",
  ),
  fc.constantFrom(
    "[]",
    "{}",
    "!!js/function x",
    "&a [*a]",
    "__proto__",
    "constructor",
    "../..",
    "/",
    "a/b",
    "%00",
    "💥",
  ),
);
