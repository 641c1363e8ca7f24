import type { Template } from "../../model/brand.ts";
import type { SourceFormula } from "../../model/post.ts";
import type { Span } from "../../model/position.ts";
import { escapeHtml } from "../../text/escape.ts";
import { splitInlineMath } from "../math-syntax/split-inline-math.ts";

export interface ParsedTitle {
  readonly template: Template;
  /** Formulas of the title; they are the first of the post. */
  readonly formulas: readonly SourceFormula[];
}

/**
 * A title is plain text that may hold formulas `$…$`; nothing else of Markdown is read in it.
 * @param span the title in the file; its formulas are reported there
 */
export function parseTitle(title: string, span: Span): ParsedTitle {
  const formulas: SourceFormula[] = [];
  const parts = splitInlineMath(title).map((part) => {
    if (part.kind === "text") return textHtml(part.value);
    formulas.push({ tex: part.value, layout: "inline", span, lines: [{ value: 0, start: span.start }] });
    return `<x-formula n="${formulas.length - 1}"></x-formula>`;
  });
  return { template: parts.join("") as Template, formulas };
}

/** A number in brackets, `（二十四）`, is not torn apart at the end of a line. */
function textHtml(text: string): string {
  return text
    .split(/([（(][^（）()]{1,6}[）)])/)
    .map((piece, index) => (index % 2 === 1 ? `<span class="nb">${escapeHtml(piece)}</span>` : escapeHtml(piece)))
    .join("");
}
