import type { Html, Template } from "../model/brand.ts";
import { escapeHtml } from "./escape.ts";
import { known } from "./known.ts";

/** What goes into the holes of a template, by their index. */
export interface Filling {
  /** Empty for a formula that shows nothing; a box for one that is displayed. */
  readonly formula: (index: number) => Html;
  /** A reference to an equation, as a link. */
  readonly reference: (index: number) => Html;
  /** Address of a link into the archive, not escaped, and its text if the author left it empty. */
  readonly link: (index: number) => string;
  readonly linkText: (index: number) => Html;
  /** Address of the post whose title stands in 《》, not escaped; `undefined` leaves the text without a link. */
  readonly title: (index: number) => string | undefined;
}

/**
 * A hole as the printer writes it. Text of a post cannot look like one, because `<` is escaped in text,
 * and raw HTML cannot either, because names beginning with `x-` are taken from it. A formula in the line
 * stands in a wrapper that goes if there is nothing to wrap.
 */
const hole =
  /(<span class="m[^">]*">)?<x-formula n="(\d+)"><\/x-formula>(<\/span>)?|<x-ref n="(\d+)"><\/x-ref>|<a href="x-link:(\d+)"(><\/a>)?|<x-title n="(\d+)">|<\/x-title>/g;

/** A paragraph that only held formulas without output. */
const emptyParagraph = /<p(?: (?:class|style)="[^"]*")*>\s*<\/p>\n?/g;

/** Fills the holes of a template in one pass. */
export function fillTemplate(template: Template, { formula, reference, link, linkText, title }: Filling): Html {
  let isEmptied = false;
  let isLinked = false;
  const filled = template.replace(
    hole,
    (
      ...[, open = "", formulaIndex, close = "", referenceIndex, linkIndex, end, titleIndex]: readonly (
        | string
        | undefined
      )[]
    ) => {
      if (formulaIndex !== undefined) {
        const html = formula(Number(formulaIndex));
        isEmptied ||= html === "";
        const isBare = open !== "" && (html === "" || html.startsWith('<span class="eq'));
        return isBare ? html : open + html + close;
      }
      if (referenceIndex !== undefined) return reference(Number(referenceIndex));
      if (linkIndex === undefined) {
        // A title holds formulas, but no other title.
        const href = titleIndex === undefined ? undefined : title(Number(titleIndex));
        const tag = href === undefined ? (isLinked ? "</a>" : "") : `<a class="title" href="${escapeHtml(href)}">`;
        isLinked = href !== undefined;
        return tag;
      }
      const index = Number(linkIndex);
      const start = `<a href="${escapeHtml(link(index))}"`;
      return end === undefined ? start : `${start}>${linkText(index)}</a>`;
    },
  );
  return (isEmptied ? filled.replace(emptyParagraph, "") : filled) as Html;
}

/** What stands for holes in text without markup. */
export interface TextFilling {
  readonly formula: (index: number) => string;
  /** What a reference shows, `(3)`. */
  readonly reference: (index: number) => string;
}

/** Text of a template without markup. */
export function templateText(template: Template, { formula, reference }: TextFilling): string {
  return template
    .replace(/<x-(formula|ref) n="(\d+)">/g, (_hole, name: string, index: string) =>
      escapeHtml(name === "ref" ? reference(Number(index)) : formula(Number(index))),
    )
    .replace(tag, "")
    .replace(character, (_reference, hex: string | undefined, decimal: string | undefined, name: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      return decimal === undefined ? known(named, name) : String.fromCodePoint(Number(decimal));
    });
}

/** A tag; values of attributes may hold brackets. */
const tag = /<(?:"[^"]*"|[^">])*>/g;
/** A character as the printer and `escapeHtml` write it. */
const character = /&(?:#x([0-9A-Fa-f]+)|#(\d+)|(amp|lt|gt|quot));/g;
const named: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
]);

/** A part of a template's text; a formula is one part, so that it is not cut in two. */
export interface TextPiece {
  readonly text: string;
  readonly isFormula: boolean;
}

/** Text of a template without markup, formulas apart. */
export function templatePieces(template: Template, filling: TextFilling): readonly TextPiece[] {
  return template
    .split(/(<x-formula n="\d+"><\/x-formula>)/)
    .map((part, index) => ({ text: templateText(part as Template, filling), isFormula: index % 2 === 1 }));
}
