import type { Element, Root } from "hast";
import { decodeAddress } from "../text/decode-address.ts";
import { changeElements } from "./tree.ts";

/** Where the chapters of a book are, and where everything else is. */
export interface BookPlaces {
  /** Address of a page of the site, base path included and decoded → its chapter. */
  readonly chapters: ReadonlyMap<string, ChapterPlace>;
  /** Origin of the site; empty if it is not known. */
  readonly origin: string;
}

export interface ChapterPlace {
  /** Its number in the book, from 1. */
  readonly index: number;
  /** Identifiers in it. */
  readonly ids: ReadonlySet<string>;
}

/** How places of the book are written as addresses. */
export interface BookAddresses {
  readonly chapter: (index: number) => string;
  /** @param own the chapter that the link stands in */
  readonly inChapter: (index: number, id: string, own: number) => string;
}

/**
 * Makes the links of a chapter lead within the book where they can, and else to the address of the site. A link
 * without a target stays as text: one to a place that is not in the book, or into a site whose address is not known.
 */
export function placeLinks(root: Root, own: ChapterPlace, { chapters, origin }: BookPlaces, to: BookAddresses): void {
  const place = ({ index, ids }: ChapterPlace, fragment: string | undefined) => {
    const id = fragment === undefined ? undefined : decodeAddress(fragment);
    return id !== undefined && ids.has(id) ? to.inChapter(index, id, own.index) : undefined;
  };
  const resolve = (href: string): string | undefined => {
    if (href.startsWith("#")) return place(own, href.slice(1));
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) return href.startsWith("//") ? `https:${href}` : href;
    const [path = "", fragment] = href.split("#", 2);
    const chapter = chapters.get(decodeAddress(path));
    if (chapter) return place(chapter, fragment) ?? to.chapter(chapter.index);
    return origin !== "" && href.startsWith("/") ? origin + href : undefined;
  };
  changeElements(root, (element) => {
    if (element.tagName !== "a") return [element];
    const { href } = element.properties;
    const target = typeof href === "string" ? resolve(href) : undefined;
    return [
      target === undefined
        ? asText(element)
        : { ...element, properties: { ...element.properties, href: encode(target) } },
    ];
  });
}

/** An address that authors wrote may hold what no address may. */
function encode(href: string): string {
  return href.replace(/[\s"<>\\^`{|}]|%(?![0-9a-f]{2})/gi, encodeURIComponent);
}

function asText({ properties, children }: Element): Element {
  const { id, className } = properties;
  return {
    type: "element",
    tagName: "span",
    properties: { ...(id !== undefined && { id }), ...(className !== undefined && { className }) },
    children,
  };
}
