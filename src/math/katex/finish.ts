import type { Html } from "../../model/brand.ts";
import { escapeHtml } from "../../text/escape.ts";
import { fragmentOf } from "../../text/fragment.ts";
import { fillRowNumbers } from "./row-numbers.ts";
import { validMathml } from "./valid-mathml.ts";

/** What a reference inside a formula became while KaTeX worked. */
export interface PlacedReference {
  /** Fragment of an address that stands for the real one, without `#`. */
  readonly key: string;
  /** Identifier on this page; absent: the page decides, through holes with the reference's index. */
  readonly id?: string;
  readonly index: number;
  /** Letters that stand for the number of another post's equation. */
  readonly word?: string;
}

export interface FinishInput {
  /** TeX as the author wrote it. */
  readonly tex: string;
  readonly ids: ReadonlyMap<string, string>;
  readonly references: readonly PlacedReference[];
  /** MathML of the numbers that KaTeX leaves out. */
  readonly numbers: readonly string[];
  readonly isInline: boolean;
}

const annotation = /(<annotation encoding="application\/x-tex">)[^]*?(<\/annotation>)/;
const between = '</span><span class="katex-base">';
const breakable = '</span><wbr><span class="katex-base">';
const mathmlEnd = "</semantics>";

/**
 * Turns KaTeX's markup into that of a page: row numbers in the MathML, our identifiers and addresses for the keys,
 * the author's TeX as annotation. Links stand in a subtree that assistive tools do not see, so the keyboard must
 * not reach them either. Between the parts of a formula in the line stand `<wbr>`, where it may break even if it
 * must not be parted from the marks around it.
 */
export function finish(html: Html, { tex, ids, references, numbers, isInline }: FinishInput): Html {
  const filled = fillRowNumbers(html, numbers);
  const end = filled.indexOf(mathmlEnd);
  const mathml = replaceWords(withoutLinks(validMathml(filled.slice(0, end)), references), references);
  const visible = filled
    .slice(end)
    .replaceAll('<a href="', '<a tabindex="-1" href="')
    .replace(/ id="(row\d+)"/g, (_all, key: string) => ` id="${escapeHtml(String(ids.get(key)))}"`)
    .replaceAll(between, isInline ? breakable : between)
    .replace(/ href="#(ref\d+)"/g, (all, key: string) => ` href="${addressOf(key, references) ?? all}"`);
  return (mathml.replace(annotation, (_all, open: string, close: string) => open + escapeHtml(tex) + close) +
    replaceWords(visible, references)) as Html;
}

function addressOf(key: string, references: readonly PlacedReference[]): string | undefined {
  const found = references.find((one) => one.key === key);
  if (!found) return undefined;
  return found.id === undefined ? `x-ref:${found.index}` : escapeHtml(fragmentOf(found.id));
}

/** A link in MathML takes no focus; its text stays. */
function withoutLinks(mathml: string, references: readonly PlacedReference[]): string {
  return references.reduce((text, { key }) => text.replaceAll(` href="#${key}"`, ""), mathml);
}

function replaceWords(html: string, references: readonly PlacedReference[]): string {
  return references.reduce(
    (text, { word, index }) =>
      word === undefined ? text : text.replaceAll(word, `<x-number n="${index}"></x-number>`),
    html,
  );
}

/** What KaTeX put into the MathML for a TeX: everything but the annotation. */
export function presentation(html: Html): string {
  return html.slice(html.indexOf("<semantics>") + "<semantics>".length, html.indexOf("<annotation"));
}
