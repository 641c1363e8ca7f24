import type { ContentHash, Html, Template } from "../model/brand.ts";
import type { Formula, Post, PostReference, PostSummary, WordCount } from "../model/post.ts";
import { withoutCitations } from "../text/citation-holes.ts";
import { fillTemplate, templatePieces, templateText, type TextPiece } from "../text/fill-template.ts";
import { itemAt } from "../text/known.ts";
import { titlePieces } from "../text/title-pieces.ts";
import { texToText } from "../text/tex-text.ts";

/** Longest description that is made from the excerpt, in characters. */
const descriptionLength = 120;

/** What other posts and pages may see of a post. */
export function summarize(
  post: Post,
  key: ContentHash,
  own: Pick<PostSummary, "glyphs" | "excerptFonts">,
): PostSummary {
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
    citations,
    terms,
  } = post;
  const text = {
    formula: (index: number) => formulaText(formulas[index]),
    reference: (index: number) => shownText(references[index]),
  };
  return {
    key,
    path,
    meta,
    titleHtml: titleHtml(post.title, formulas),
    ...(post.partTitle !== undefined && { partTitleHtml: titleHtml(post.partTitle, formulas) }),
    titleText: templateText(post.title, text),
    titlePieces: titlePieces(post.title, (index) => itemAt(formulas, index).tex),
    description: describe(templatePieces(withoutCitations(post.summary ?? post.excerpt), text)),
    wordCount: post.words.hanzi + post.words.words,
    minutes: readingMinutes(post.words),
    anchors: [...anchors, ...formulas.flatMap(({ rows }) => rows.map(({ id }) => id))],
    links,
    titles,
    citations,
    references: references.flatMap((reference, index) => {
      const sentence = post.referenceSentences[index];
      return reference.target ? [] : [{ ...reference, ...(sentence !== undefined && { sentence }) }];
    }),
    terms,
    labels,
    lastNumber,
    macros,
    unknownCommands,
    ...own,
  };
}

function titleHtml(title: Template, formulas: Post["formulas"]): Html {
  return fillTemplate(title, {
    formula: (index) => titleFormula(itemAt(formulas, index).html),
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

/** A formula that only defines something shows nothing here either. */
function formulaText(formula: Formula | undefined): string {
  return formula && formula.html !== "" ? texToText(formula.tex) : "";
}

function shownText(reference: PostReference | undefined): string {
  const number = reference?.target?.number ?? "??";
  return reference?.kind === "ref" ? number : `(${number})`;
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
