import type { Html } from "../model/brand.ts";

/**
 * The text as markup: `&`, `<`, `>`, `"` and `'` become references, so that it may stand in element
 * content and in an attribute value with either kind of quotes. Text that is already escaped is
 * escaped once more.
 */
export function escapeHtml(text: string): Html {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;") as Html;
}
