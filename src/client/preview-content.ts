import { isThisPage, targetOf } from "./dom.ts";

/** What is shown of a target: the box of an equation, a note. Other targets are read in their place. */
const shown = ".eq, .note, .footnotes li";

const pages = new Map<string, Promise<Document>>();

/** A copy of what a link leads to, on this page or on another one of the site; nothing if it cannot be had. */
export async function previewContent(link: HTMLAnchorElement): Promise<HTMLElement | undefined> {
  try {
    const page = isThisPage(link) ? document : await otherPage(link.href.replace(/#.*$/s, ""));
    const target = targetOf(link, page)?.closest<HTMLElement>(shown);
    return target ? copyOf(target, link.href) : undefined;
  } catch {
    // Without a connection the link remains.
    return undefined;
  }
}

/** Whether a link leads to something that can be shown, as far as this can be known beforehand. */
export function isPreviewed(link: HTMLAnchorElement): boolean {
  if (link.origin !== location.origin || link.hash === "") return false;
  return !isThisPage(link) || Boolean(targetOf(link)?.closest(shown));
}

/** A note that stands in sight, in the margin or below its paragraph, needs no preview. */
export function isInSight(link: HTMLAnchorElement): boolean {
  const note = isThisPage(link) ? targetOf(link)?.closest(".note, .footnotes li") : null;
  if (!note) return false;
  const { top, bottom } = note.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

function otherPage(url: string): Promise<Document> {
  const known = pages.get(url) ?? fetchPage(url);
  pages.set(url, known);
  return known;
}

async function fetchPage(url: string): Promise<Document> {
  try {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(String(answer.status));
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch (error) {
    // Another try may have more luck.
    pages.delete(url);
    throw error;
  }
}

/** A copy that repeats no identifier, is no target, and whose links lead to the same places. */
function copyOf(target: HTMLElement, base: string): HTMLElement {
  const copy = document.importNode(target, true);
  const content = document.createElement("div");
  content.className = copy.className;
  content.append(...copy.childNodes);
  for (const element of Array.from(content.querySelectorAll("[id]"))) element.removeAttribute("id");
  for (const link of Array.from(content.querySelectorAll("a[href]")))
    link.setAttribute("href", new URL(link.getAttribute("href") ?? "", base).href);
  for (const back of Array.from(content.querySelectorAll(".no, [data-footnote-backref], .control"))) back.remove();
  return content;
}
