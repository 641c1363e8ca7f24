import { changeBlocks } from "./change-blocks.ts";

/**
 * Makes a page what its new source says. Only the blocks that have changed are replaced, so that the place in the text,
 * the focus and everything that is open stay as they are.
 *
 * @param before the source that the page was made from; scripts have added to the page since
 * @returns false if the page must be loaded anew: its scripts or headings are others, or it is not as expected
 */
export function renew(page: Document, before: Document, after: Document): boolean {
  if (list(before, outline) !== list(after, outline)) return false;
  page.title = after.title;
  changeStyles(page, before, after);
  return changeBlocks(page.body, comparable(before), comparable(after));
}

/** Scripts run once, and what they have found of the headings is not found again. */
const outline = "script[src], h1[id], h2[id], h3[id], h4[id], h5[id], h6[id]";

function list(source: Document, selector: string): string {
  const name = (one: Element) => one.getAttribute("src") ?? `${one.id} ${one.textContent}`;
  return Array.from(source.querySelectorAll(selector), name).join("\n");
}

/** The body without what is read in another way where scripts run, or never shown. */
function comparable(source: Document): HTMLElement {
  const body = source.body.cloneNode(true) as HTMLElement;
  for (const one of Array.from(body.querySelectorAll("script, noscript"))) one.remove();
  return body;
}

/** A stylesheet goes when the next one is there, so that the page is never bare. */
function changeStyles(page: Document, before: Document, after: Document): void {
  const links = (source: Document) =>
    Array.from(source.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'), (one) => one.getAttribute("href"));
  const wanted = links(after);
  links(before).forEach((href, index) => {
    const next = wanted[index];
    if (next === href || href === null) return;
    const old = page.querySelector(`link[rel="stylesheet"][href="${CSS.escape(href)}"]`);
    if (!old) return;
    if (next === undefined || next === null) return old.remove();
    const link = old.cloneNode() as HTMLLinkElement;
    link.href = next;
    link.addEventListener("load", () => old.remove());
    old.after(link);
  });
}
