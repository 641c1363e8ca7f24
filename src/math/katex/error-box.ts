import type { Html } from "../../model/brand.ts";
import type { FormulaRow } from "../../model/post.ts";
import { escapeHtml } from "../../text/escape.ts";

/**
 * The source in a visible box, its text ready to be selected, with the numbers that the rows would have. A single
 * number's identifier stands on the box around the formula.
 */
export function errorBox(tex: string, message: string, rows: readonly FormulaRow[]): Html {
  const numbers = rows.map(({ shown, id }) => {
    const anchor = rows.length > 1 ? ` id="${escapeHtml(id)}"` : "";
    return `<span class="eq-number"${anchor}>${escapeHtml(shown)}</span>`;
  });
  return `<code class="math-error" title="${escapeHtml(message)}">${escapeHtml(tex)}</code>${numbers.join("")}` as Html;
}
