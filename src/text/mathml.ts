import type { Html } from "../model/brand.ts";

/**
 * The MathML of a formula as it is printed on a page, for feeds and books: valid XML without KaTeX's HTML, which
 * would show every formula twice where its stylesheet is missing.
 *
 * The annotation becomes `alttext`, because readers that strip tags would print it; classes, links and the widths
 * that EPUBCheck refuses go; numbers of rows stay as cells. An error box stays as it is.
 */
export function mathmlOf(formula: Html): Html {
  const math = /<math\b[^>]*>[^]*<\/math>/.exec(formula)?.[0];
  if (math === undefined) return formula;
  const [presentation, tex, rest] = math.split(/<annotation\b[^>]*>|<\/annotation>/);
  return `${presentation}${rest}`
    .replace(/<\/?semantics>/g, "")
    .replace(/ class ?="[^"]*"| href="[^"]*"/g, "")
    .replace(/(<m(?:td|table)\b[^>]*?) width="[^"]*"/g, "$1")
    .replace(/^<math\b/, `<math alttext="${String(tex).replace(/\s+/g, " ")}"`) as Html;
}

const start = /<span class="katex(?:-display)?">/g;

/** Markup whose formulas in KaTeX's form, such as those that came as HTML, become MathML, or what `set` makes of them. */
export function withMathmlOnly(html: Html, set: (formula: Html) => string = mathmlOf): Html {
  let done = "";
  let from = 0;
  for (const match of html.matchAll(start)) {
    if (match.index < from) continue;
    const end = endOfSpan(html, match.index);
    done += html.slice(from, match.index) + set(html.slice(match.index, end) as Html);
    from = end;
  }
  return (done + html.slice(from)) as Html;
}

/** Where the element ends whose `<span` stands at an offset. */
function endOfSpan(html: string, offset: number): number {
  const tags = /<span\b|<\/span>/g;
  tags.lastIndex = offset;
  let depth = 0;
  // Markup of the program is balanced.
  do depth += tags.exec(html)?.[0] === "<span" ? 1 : -1;
  while (depth > 0);
  return tags.lastIndex;
}
