import type { Template } from "../model/brand.ts";
import type { ParsedPost, Post } from "../model/post.ts";
import type { SearchRecord } from "../model/search.ts";
import { templateText } from "../text/fill-template.ts";
import { itemAt } from "../text/known.ts";
import { normaliseTex } from "../text/search/normalise-tex.ts";
import { encodePost } from "../text/search/postings.ts";
import { printTex } from "../text/search/tex-tokens.ts";

/** Formulas of fewer tokens say too little to be looked for. */
const minTokens = 3;

/**
 * What can be found of a post: the words of its title, its summary and its text, without code, and its formulas. A formula
 * is no word, so that nothing of KaTeX's output is among them; its macros are what they stand for.
 *
 * @param macros those of the site
 */
export function searchRecord(
  { title, summary, plainText }: Pick<ParsedPost, "title" | "summary" | "plainText">,
  post: Pick<Post, "body" | "formulas" | "expansions">,
  macros: Readonly<Record<string, string>>,
): SearchRecord {
  const heads = [title, summary].flatMap((one) => (one === undefined ? [] : [headText(one)]));
  return { ...encodePost([...heads, ...plainText]), formulas: formulasOf(post, { ...macros, ...post.expansions }) };
}

function headText(template: Template): string {
  return templateText(template, { formula: () => "\ufffc", reference: () => "\ufffc" });
}

/** What shows a formula in the body: a hole, or KaTeX's output for a formula that came as HTML. */
const shown = /<x-formula n="(\d+)">|class="katex"/g;

/** Each formula once, at its first place. */
function formulasOf(
  { body, formulas }: Pick<Post, "body" | "formulas">,
  macros: Readonly<Record<string, string>>,
): string {
  const found = new Map<string, number>();
  let place = 0;
  for (const [, hole] of body.matchAll(shown)) {
    const formula = hole === undefined ? undefined : itemAt(formulas, Number(hole));
    const count = formula ? formula.html.split('class="katex"').length - 1 : 1;
    if (formula && count > 0) {
      const tokens = normaliseTex(formula.tex, macros);
      const tex = printTex(tokens);
      if (tokens.length >= minTokens && !found.has(tex)) found.set(tex, place);
    }
    place += count;
  }
  return Array.from(found, ([tex, at]) => `${tex}\t${at.toString(36)}\n`).join("");
}
