import { changeBlocks, type ToPage } from "./change-blocks.ts";

/** What a page was made from, or is to be made from. */
export interface PageSource {
  readonly title: string;
  /** What scripts have run, and found, once. */
  readonly outline: string;
  /** Addresses of stylesheets. */
  readonly styles: readonly string[];
  /** Without what is read in another way where scripts run, or never shown. */
  readonly body: HTMLElement;
}

export interface PageChange {
  readonly before: PageSource;
  readonly after: PageSource;
}

/** Reads the source of a page from a document of its own, from which scripts are taken. */
export function readSource(source: Document): PageSource {
  const outline = Array.from(source.querySelectorAll(once), nameOf).join("\n");
  for (const one of Array.from(source.body.querySelectorAll("script, noscript"))) one.remove();
  const styles = Array.from(source.querySelectorAll(stylesheet), (one) => one.getAttribute("href") ?? "");
  return { title: source.title, outline, styles, body: source.body };
}

/** Scripts run once, and what they have found of the headings is not found again. */
const once = "script[src], h1[id], h2[id], h3[id], h4[id], h5[id], h6[id]";
const stylesheet = 'link[rel="stylesheet"]';

function nameOf(one: Element): string {
  return one.getAttribute("src") ?? `${one.id} ${one.textContent}`;
}

/**
 * Makes a page what its new source says. Only the blocks that have changed are replaced, so that the place in the text,
 * the focus and everything that is open stay as they are.
 *
 * @param change `before`: the source that the page was made from; scripts have added to the page since
 * @param toPage a block of the new source as it belongs on the page
 * @returns false if the page must be loaded anew: its scripts or headings are others, or it is not as expected
 */
export function renew(page: Document, { before, after }: PageChange, toPage: ToPage): boolean {
  if (before.outline !== after.outline) return false;
  page.title = after.title;
  changeStyles(page, before.styles, after.styles);
  return changeBlocks(page.body, { before: before.body, after: after.body }, toPage);
}

/** A stylesheet goes when the next one is there, so that the page is never bare. */
function changeStyles(page: Document, before: readonly string[], after: readonly string[]): void {
  before.forEach((href, index) => {
    const next = after[index];
    if (next === href) return;
    const old = page.querySelector<HTMLLinkElement>(`${stylesheet}[href="${CSS.escape(href)}"]`);
    if (!old) return;
    if (next === undefined) return old.remove();
    const link = old.cloneNode() as HTMLLinkElement;
    link.href = next;
    link.addEventListener("load", () => old.remove());
    old.after(link);
  });
}
