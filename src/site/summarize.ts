import type { ContentHash, Html } from "../model/brand.ts";
import type { FormulaCount, Post, PostSummary, WordCount } from "../model/post.ts";
import { fillTemplate, templatePieces, templateText, type TextPiece } from "../text/fill-template.ts";
import { texToText } from "../text/tex-text.ts";

/** Longest description that is made from the excerpt, in characters. */
const descriptionLength = 120;

/** What other posts and pages may see of a post. */
export function summarize(post: Post, key: ContentHash, formulaCount: FormulaCount): PostSummary {
  const textOf = (index: number) => texToText(post.formulas[index]?.tex ?? "");
  const { path, meta, links, anchors } = post;
  return {
    key,
    path,
    meta,
    titleHtml: fillTemplate(post.title, {
      formula: (index) => post.formulas[index]?.html ?? ("" as Html),
      link: () => "",
    }),
    titleText: templateText(post.title, textOf),
    description: meta.summary ?? describe(templatePieces(post.excerpt, textOf)),
    minutes: readingMinutes(post.words),
    anchors,
    links,
    formulaCount,
  };
}

/** The first words, with `…` if there are more; the cut is never inside a formula. */
function describe(pieces: readonly TextPiece[]): string {
  const units = pieces.flatMap(({ text, isFormula }) => (isFormula ? [text] : Array.from(text.replace(/\s+/g, " "))));
  const length = (text: string) => Array.from(text).length;
  const whole = units.join("").trim();
  if (length(whole) <= descriptionLength) return whole;
  let left = descriptionLength - 1;
  const end = units.findIndex((unit) => (left -= length(unit)) < 0);
  return `${units.slice(0, end).join("").trim()}…`;
}

/** 400 hanzi or 200 words a minute; a displayed formula takes as long as 50 hanzi, a line of code as 15. */
function readingMinutes({ hanzi, words, displays, codeLines }: WordCount): number {
  return Math.max(1, Math.round(hanzi / 400 + words / 200 + displays / 8 + codeLines / 27));
}
