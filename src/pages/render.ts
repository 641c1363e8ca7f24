import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";

/** A page as text; the only place that knows how templates become text. */
export function renderDocument(view: VNode): string {
  return `<!doctype html>\n${renderToString(view)}\n`;
}

/** A part of a page that a script puts into another one. */
export function renderFragment(view: VNode): string {
  return `${renderToString(view)}\n`;
}
