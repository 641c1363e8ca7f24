import type { ContentHash, Html } from "../model/brand.ts";
import type { FormulaCount, Post, PostSummary, WordCount } from "../model/post.ts";
import { fillTemplate, templateText } from "../text/fill-template.ts";

/** Longest description, in characters. */
const descriptionLength = 120;

/** What other posts and pages may see of a post. */
export function summarize(post: Post, key: ContentHash, formulaCount: FormulaCount): PostSummary {
  const texOf = (index: number) => post.formulas[index]?.tex ?? "";
  const { path, meta, links, anchors } = post;
  return {
    key,
    path,
    meta,
    titleHtml: fillTemplate(post.title, {
      formula: (index) => post.formulas[index]?.html ?? ("" as Html),
      link: () => "",
    }),
    titleText: templateText(post.title, texOf),
    description: describe(meta.summary ?? templateText(post.excerpt, texOf)),
    minutes: readingMinutes(post.words),
    anchors,
    links,
    formulaCount,
  };
}

function describe(text: string): string {
  const chars = Array.from(text.replace(/\s+/g, " ").trim());
  return chars.length <= descriptionLength ? chars.join("") : `${chars.slice(0, descriptionLength - 1).join("")}…`;
}

/** 400 hanzi or 200 words a minute; a displayed formula takes as long as 50 hanzi, a line of code as 15. */
function readingMinutes({ hanzi, words, displays, codeLines }: WordCount): number {
  return Math.max(1, Math.round(hanzi / 400 + words / 200 + displays / 8 + codeLines / 27));
}
