import type { Before } from "../../model/imported.ts";
import { findFormulas, texOf } from "../math/find-formulas.ts";
import { withoutCode } from "./code-ranges.ts";
import { inventoryOf } from "./inventory.ts";

/**
 * What a Markdown text of the source holds. Formulas are found by MathJax's rules and not by the site's parser, so
 * that one which that parser would miss is seen to be lost.
 *
 * @param withDollars the text with delimiters of other dialects made into dollars
 */
export function beforeOf(markdown: string, withDollars = markdown): Before {
  const { headings, links, images } = inventoryOf(markdown);
  const found = texOf(findFormulas(withoutCode(withDollars), { brackets: false }));
  // In a quote every line begins with a sign that is no TeX.
  const formulas = found.map((tex) => tex.replace(/\n[ \t]*(?:>[ \t]?)+/g, "\n"));
  return { formulas, headings, links, images, text: markdown, form: "markdown" };
}
