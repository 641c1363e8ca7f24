import type { Html, Template } from "../model/brand.ts";
import { escapeHtml } from "./escape.ts";

/** What goes into the holes of a template, by their index. */
export interface Filling {
  readonly formula: (index: number) => Html;
  /** Address of a link into the archive, not escaped. */
  readonly link: (index: number) => string;
}

/**
 * A hole as the printer writes it. Text of a post cannot look like one, because `<` is escaped in text,
 * and raw HTML cannot either, because names beginning with `x-` are taken from it.
 */
const hole = /<x-formula n="(\d+)"><\/x-formula>|<a href="x-link:(\d+)"/g;

/** Fills the holes of a template in one pass. */
export function fillTemplate(template: Template, { formula, link }: Filling): Html {
  return template.replace(hole, (_hole, formulaIndex: string | undefined, linkIndex: string) =>
    formulaIndex === undefined ? `<a href="${escapeHtml(link(Number(linkIndex)))}"` : formula(Number(formulaIndex)),
  ) as Html;
}

/** Text of a template without markup; formulas are replaced by `formula(index)`. */
export function templateText(template: Template, formula: (index: number) => string): string {
  return template
    .replace(hole, (_hole, index: string | undefined) =>
      index === undefined ? "<a" : escapeHtml(formula(Number(index))),
    )
    .replace(/<[^>]*>/g, "")
    .replace(
      /&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot));/gi,
      (_reference, hex: string, decimal: string, name: string) => {
        if (name !== undefined) return { amp: "&", lt: "<", gt: ">", quot: '"' }[name.toLowerCase()] ?? "";
        return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
      },
    );
}

/** A part of a template's text; a formula is one part, so that it is not cut in two. */
export interface TextPiece {
  readonly text: string;
  readonly isFormula: boolean;
}

/** Text of a template without markup, formulas apart. */
export function templatePieces(template: Template, formula: (index: number) => string): readonly TextPiece[] {
  return template
    .split(/(<x-formula n="\d+"><\/x-formula>)/)
    .map((part, index) => ({ text: templateText(part as Template, formula), isFormula: index % 2 === 1 }));
}
