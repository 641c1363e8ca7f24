import type { CataloguePost, SearchCatalogue } from "../../model/search.ts";
import { phraseIn } from "../../text/search/phrase-in-text.ts";
import { make, marked, type Say } from "./dom.ts";
import type { FormulaHitInPost, TextHit } from "./find.ts";
import { headingAbove, type LoadBody } from "./pages.ts";
import { snippetOf } from "./snippet.ts";
import { showFormula } from "./formula-result.ts";
import type { Setter } from "./typeset.ts";

/** What showing results needs. */
export interface View {
  readonly catalogue: SearchCatalogue;
  readonly body: LoadBody;
  readonly setter: Setter;
  readonly say: Say;
}

/** Results that are listed at once, and by each press of the button below them. */
const textStep = 8;
const formulaStep = 5;

/** A title over a list of results, with a note beside it. */
function section(title: string, note: Node | string, list: HTMLOListElement): HTMLElement {
  return make("section", {}, make("h2", { class: "found" }, make("span", {}, title), make("small", {}, note)), list);
}

/** Fills a list step by step: results are made, and their pages loaded, when they are asked for. */
function listed<Hit>(
  hits: readonly Hit[],
  { name, step, say }: { readonly name: string; readonly step: number; readonly say: Say },
  item: (hit: Hit) => HTMLLIElement,
): HTMLOListElement {
  const list = make("ol", { class: name });
  const add = (from: number): void => {
    const items = hits.slice(from, from + step).map(item);
    list.append(...items);
    if (from > 0) items[0]?.querySelector("a")?.focus();
    const left = hits.length - from - step;
    if (left <= 0) return;
    const button = make("button", { type: "button", class: "button" }, say("more", { n: Math.min(step, left) }));
    const row = make("li", { class: "more-hits" }, button);
    button.addEventListener("click", () => {
      row.remove();
      add(from + step);
    });
    list.append(row);
  };
  add(0);
  return list;
}

/** Posts with the words of the query, each with the sentence around them. */
export function textSection(
  title: string,
  note: string,
  { hits, phrases }: { readonly hits: readonly TextHit[]; readonly phrases: readonly string[] },
  view: View,
): HTMLElement {
  const options = { name: "hits", step: textStep, say: view.say };
  return section(
    title,
    note,
    listed(hits, options, (hit) => textItem(hit, phrases, view)),
  );
}

function textItem({ post: index, count }: TextHit, phrases: readonly string[], view: View): HTMLLIElement {
  const post = postAt(view.catalogue, index);
  const ranges = phrases.flatMap((phrase) => phraseIn(post.t, phrase));
  const link = make("a", { href: post.u }, marked(post.t, ranges));
  const text = make("p", { class: "snippet" });
  const chapter = make("span");
  const facts = [post.d, readersOf(post, view.say), count > 0 ? view.say("places", { n: count }) : undefined];
  const where = make("p", { class: "where" }, chapter, facts.filter((fact) => fact !== undefined).join("，"));
  view
    .body(post.u)
    .then((body) => {
      const snippet = snippetOf(body, phrases);
      if (!snippet) return text.remove();
      text.append(snippet.shown);
      const heading = headingAbove(snippet.block.element, body);
      if (heading?.id)
        chapter.append(make("a", { href: `${post.u}#${encodeURIComponent(heading.id)}` }, textOf(heading)), "，");
      return undefined;
    })
    .catch(() => text.remove());
  return make("li", {}, make("h3", {}, link), text, where);
}

/** Text of a heading as it is read, formulas by their TeX. */
function textOf(heading: Element): string {
  const copy = heading.cloneNode(true) as Element;
  for (const formula of Array.from(copy.querySelectorAll(".katex")))
    formula.replaceWith(formula.querySelector("annotation")?.textContent ?? "");
  return (copy.textContent ?? "").trim();
}

/** Posts with formulas like that of the query, each with its best one as it stands in the post. */
export function formulaSection(tex: string, hits: readonly FormulaHitInPost[], view: View): HTMLElement {
  const { say } = view;
  const shown = make("span", { class: "m" }, tex);
  void view.setter.set(tex, shown, false);
  const note = make("span", {}, `${say("lookedFor")} `, shown, `，${say("foundPosts", { n: hits.length })}`);
  const list = listed(hits, { name: "fhits", step: formulaStep, say }, (hit) => {
    const post = postAt(view.catalogue, hit.post);
    const box = make("div", { class: "eq", tabindex: "0", role: "group", "aria-label": say("formula") });
    const link = make("a", { href: post.u }, post.t);
    const number = make("span");
    const degree = hit.isWhole
      ? make("span", { class: "same" }, say("whole"))
      : make("span", {}, say("share", { shared: hit.shared, of: hit.of }));
    void showFormula({ hit, tex, box, link, number, post }, view);
    return make("li", {}, box, make("p", { class: "where" }, link, make("br"), number, degree));
  });
  return section(say("formulas"), note, list);
}

export function postAt({ posts }: SearchCatalogue, index: number): CataloguePost {
  const post = posts[index];
  if (!post) throw new Error(`the catalogue has no post ${index}`);
  return post;
}

function readersOf({ r }: CataloguePost, say: Say): string | undefined {
  return r === undefined ? undefined : say("readers", { n: r });
}
