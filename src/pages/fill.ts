import type { Html } from "../model/brand.ts";
import type { EquationTarget, Post, PostReference } from "../model/post.ts";
import { citationMark } from "../text/bibliography/citation-mark.ts";
import { numberWorks } from "../text/bibliography/numbering.ts";
import { fillCitations } from "../text/citation-holes.ts";
import { equationLink, missingEquation } from "../text/equation-link.ts";
import { escapeHtml } from "../text/escape.ts";
import { fragmentOf } from "../text/fragment.ts";
import { fillTemplate } from "../text/fill-template.ts";
import { mathmlOf } from "../text/mathml.ts";
import { citationAnchor } from "./bibliography.ts";
import { formulaBox } from "./formula-box.ts";
import type { PageInput } from "./page.ts";

/** Where a part of a post is printed: on its own page, or elsewhere, with the address of its page. */
export type Place =
  | { readonly own: true }
  /** `plain`: for programs that have no stylesheet, so formulas are MathML only. */
  | { readonly own: false; readonly url: string; readonly plain?: true };

/** Holes inside a formula: address and number of an equation of another post. */
const hole = /href="x-ref:(\d+)"|<x-number n="(\d+)"><\/x-number>/g;

/** What the holes of a template are filled from: a post, or something of its kind that belongs to one. */
export type Filled = Pick<Post, "path" | "meta" | "formulas" | "references" | "links" | "titles" | "citations">;

/** Fills formulas, references and links into a part of a post. */
export function fillPart(template: Post["body"], post: Filled, place: Place, input: PageInput): Html {
  const { config } = input.site;
  const url = place.own ? "" : place.url;
  const found = (index: number) => {
    const reference = post.references[index];
    return reference && locate(reference, url, input);
  };
  const isPlain = !place.own && place.plain === true;
  const numbered = numberWorks(post.citations, input.site.works);
  const cited = fillCitations(isPlain ? withoutLengths(template) : template, (index) => {
    const citation = post.citations[index];
    return citation && citationMark(citation, { numbered, url, ...(place.own && { id: citationAnchor(index) }) });
  });
  return fillTemplate(cited, {
    formula(index) {
      const formula = post.formulas[index];
      if (!formula) return "" as Html;
      if (isPlain) return fillFormula(mathmlOf(formula.html), "", found);
      const options = { language: config.language, anchors: config.math.anchors, identified: place.own };
      return fillFormula(formulaBox(formula, options), url, found);
    },
    reference(index) {
      const reference = post.references[index];
      const target = found(index);
      if (!reference) return "" as Html;
      return target ? equationLink(reference, target.target, target.url) : missingEquation(reference);
    },
    link: (index) => input.linkHref(post.links[index]?.href ?? "", post),
    title(index) {
      const mention = post.titles[index];
      return mention && input.titleHref(mention, post);
    },
    linkText: (index) => input.linkText(post.links[index]?.href ?? "", post),
  });
}

/** The lengths of blocks are for pages only. */
function withoutLengths(template: Post["body"]): Post["body"] {
  return template.replace(/ style="--c:\d+"/g, "") as Post["body"];
}

interface Located {
  readonly target: EquationTarget;
  readonly url: string;
}

function locate(reference: PostReference, url: string, input: PageInput): Located | undefined {
  return reference.target ? { target: reference.target, url } : input.equation(reference);
}

/** Links within the post lead to its page; those to other posts get address and number. */
function fillFormula(html: Html, url: string, found: (index: number) => Located | undefined): Html {
  const linked = url === "" ? html : html.replaceAll(' href="#', ` href="${escapeHtml(url)}#`);
  return linked.replace(hole, (_hole, address: string | undefined, number: string) => {
    const one = found(Number(address ?? number));
    if (address === undefined) return one ? escapeHtml(one.target.number) : "??";
    return one ? `href="${escapeHtml(one.url + fragmentOf(one.target.id))}"` : 'class="eqref-missing"';
  }) as Html;
}
