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
