import type { ContentHash, Html, Template } from "../model/brand.ts";
import type { FormulaCount, Post, PostReference, PostSummary, WordCount } from "../model/post.ts";
import { fillTemplate, templateText } from "../text/fill-template.ts";
import { titlePieces } from "../text/title-pieces.ts";

/** Longest description, in characters. */
const descriptionLength = 120;

/** What other posts and pages may see of a post. */
export function summarize(post: Post, key: ContentHash, formulaCount: FormulaCount): PostSummary {
  const {
    path,
    meta,
    links,
    anchors,
    labels,
    lastNumber,
    formulas,
    references,
    macros,
    unknownCommands,
    titles,
    terms,
  } = post;
  const text = {
    formula: (index: number) => formulas[index]?.tex ?? "",
    reference: (index: number) => shownText(references[index]),
  };
  return {
    key,
    path,
    meta,
    titleHtml: titleHtml(post.title, formulas),
    ...(post.partTitle !== undefined && { partTitleHtml: titleHtml(post.partTitle, formulas) }),
    titleText: oneLine(templateText(post.title, text)),
    titlePieces: titlePieces(post.title, text.formula),
    description: describe(templateText(post.summary ?? post.excerpt, text)),
    wordCount: post.words.hanzi + post.words.words,
    minutes: readingMinutes(post.words),
    anchors: [...anchors, ...formulas.flatMap(({ rows }) => rows.map(({ id }) => id))],
    links,
    titles,
    references: references.flatMap((reference, index) => {
      const sentence = post.referenceSentences[index];
      return reference.target ? [] : [{ ...reference, ...(sentence !== undefined && { sentence }) }];
    }),
    terms,
    labels,
    lastNumber,
    macros,
    unknownCommands,
    formulaCount,
  };
}

function titleHtml(title: Template, formulas: Post["formulas"]): Html {
  return fillTemplate(title, {
    formula: (index) => titleFormula(formulas[index]?.html ?? ""),
    reference: () => "" as Html,
    link: () => "",
    title: () => undefined,
    linkText: () => "" as Html,
  });
}

/** A title stands on many pages: no identifiers, and no numbers of other posts, which are not known yet. */
function titleFormula(html: string): Html {
  return html.replace(/ id="[^"]*"/g, "").replace(/<x-number n="\d+"><\/x-number>/g, "??") as Html;
}

function shownText(reference: PostReference | undefined): string {
  const number = reference?.target?.number ?? "??";
  return reference?.kind === "ref" ? number : `(${number})`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function describe(text: string): string {
  const chars = Array.from(oneLine(text));
  return chars.length <= descriptionLength ? chars.join("") : `${chars.slice(0, descriptionLength - 1).join("")}…`;
}

/** 400 hanzi or 200 words a minute; a displayed formula takes as long as 50 hanzi, a line of code as 15. */
function readingMinutes({ hanzi, words, displays, codeLines }: WordCount): number {
  return Math.max(1, Math.round(hanzi / 400 + words / 200 + displays / 8 + codeLines / 27));
}
