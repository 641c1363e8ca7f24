import type { CataloguePost } from "../../model/search.ts";
import type { FormulaHitInPost } from "./find.ts";
import { normaliseTex } from "../../text/search/normalise-tex.ts";
import { printTex } from "../../text/search/tex-tokens.ts";
import { bare, headingAbove } from "./pages.ts";
import type { View } from "./results.ts";

/** The places of a result that are filled when the page of its post has come. */
interface FormulaResult {
  readonly hit: FormulaHitInPost;
  /** Formula of the query. */
  readonly tex: string;
  readonly box: HTMLElement;
  readonly link: HTMLAnchorElement;
  readonly number: HTMLElement;
  readonly post: CataloguePost;
}

/**
 * Shows a formula as it stands in its post, with the macros of that post, and then, if KaTeX can do it here, with the part
 * marked that it shares with the query. The link leads to the equation, or to the heading above it.
 */
export async function showFormula(result: FormulaResult, { body: load, setter, say, catalogue }: View): Promise<void> {
  const { hit, tex, box, link, number, post } = result;
  const body = await load(post.u).catch(() => undefined);
  const macros = { ...catalogue.macros, ...(body && macrosOf(body)) };
  const formula = body && formulaIn(body, hit, macros);
  if (!body || !formula) return box.remove();
  const display = formula.closest(".katex-display");
  box.replaceChildren(bare(display ?? formula));
  const place = formula.closest(".eq");
  const target = identifierOf(place) || headingAbove(place ?? formula, body)?.id;
  if (target) link.href = `${post.u}#${encodeURIComponent(target)}`;
  const shown = numberOf(place);
  if (shown !== undefined) number.textContent = `${say("equation", { n: shown })}，`;
  const source = formula.querySelector("annotation")?.textContent;
  if (!source) return;
  const trial = document.createElement("div");
  const isMarked = await setter.setMarked(source, trial, { query: tex, isDisplay: display !== null, macros });
  if (isMarked) box.replaceChildren(...Array.from(trial.childNodes));
}

/** Macros that a post defines for itself. */
function macrosOf(body: Element): Readonly<Record<string, string>> {
  return JSON.parse(body.getAttribute("data-macros") ?? "{}") as Readonly<Record<string, string>>;
}

/** Where a jump to an equation leads: to its box, or to its first row with an identifier. */
function identifierOf(place: Element | null): string | undefined {
  return place?.id || place?.querySelector("[id]")?.id;
}

/** The number that the box of an equation is called by: `公式 (3)`. */
function numberOf(place: Element | null): string | undefined {
  return place?.matches(".numbered") === true ? place.getAttribute("aria-label")?.split(" ")[1] : undefined;
}

/**
 * The formula of a hit in the page of its post: the nearest one to its place with the same normal form. Numbers of other
 * posts may be formulas too, so that the place alone is not certain; macros with parameters may hide the form.
 */
function formulaIn(
  body: Element,
  { place, tex }: FormulaHitInPost,
  macros: Readonly<Record<string, string>>,
): Element | undefined {
  const all = Array.from(body.querySelectorAll('[class="katex"]'));
  const same = all.flatMap((formula, index) => {
    const source = formula.querySelector("annotation")?.textContent ?? "";
    return printTex(normaliseTex(source, macros)) === tex ? [{ formula, distance: Math.abs(index - place) }] : [];
  });
  const [nearest] = same.sort((a, b) => a.distance - b.distance);
  return nearest?.formula ?? all[place];
}
