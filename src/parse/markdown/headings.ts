import type { Element, ElementContent, Root } from "hast";
import { visit } from "../visit.ts";
import { addressOf, withoutMarks } from "./notes.ts";
import { textOf, type TexOf } from "./text-of.ts";

/** A heading of the table of contents before it is printed. */
export interface HeadingOutline {
  readonly depth: 2 | 3;
  readonly id: string;
  readonly children: readonly ElementContent[];
}

/** Identifiers that the pages around a post use, and names that would hide properties of a document. */
const reserved: ReadonlySet<string> = new Set(
  `main cite backlinks related toc top comments search series content location forms images links body head anchors cookie
  __proto__ constructor prototype footnote-label`.split(/\s+/),
);

/** What a link to a heading is called by screen readers. */
const anchorName = { "zh-CN": "本节链接", en: "Link to this section" } as const;

/**
 * Gives every heading an identifier, its raw text, so that old links to `#标题` keep working, and collects
 * the table of contents (levels 2 and 3). A post whose text uses level 1 is shifted down by one, because
 * level 1 is the title. Formulas count with their TeX, marks of notes not; equal headings get `-2`, `-3`. An identifier
 * has no blanks: where the words have some, the link to the heading has the words for a name, to which browsers go too.
 *
 * @returns the outline and every identifier of the text
 */
export function outlineHeadings(
  root: Root,
  texOf: TexOf,
  language: "zh-CN" | "en",
): { toc: readonly HeadingOutline[]; anchors: readonly string[] } {
  const headings: Element[] = [];
  const taken = new Set<string>();
  visit(root, "element", (node) => {
    if (isHeading(node) && node.properties["id"] === undefined) headings.push(node);
    else if (typeof node.properties["id"] === "string") taken.add(node.properties["id"]);
  });
  const shift = headings.some(({ tagName }) => tagName === "h1") ? 1 : 0;
  const toc: HeadingOutline[] = [];
  const counts = new Map<string, number>();
  for (const heading of headings) {
    const depth = Math.min(6, Number(heading.tagName.slice(1)) + shift);
    heading.tagName = `h${depth}`;
    const children = withoutMarks(heading.children);
    const words = textOf({ type: "root", children }, texOf).trim().replace(/\s+/g, " ");
    // Half of a pair of surrogates can stand in no address.
    const plain = words.replaceAll(" ", "-").replace(/\p{Cs}/gu, "\u{fffd}");
    const id = unique(plain || "section", taken, counts);
    heading.properties["id"] = id;
    if (depth === 2 || depth === 3) toc.push({ depth, id, children: structuredClone(children) });
    const link = anchorLink(id, anchorName[language]);
    if (id === plain && id !== words) link.properties["name"] = words;
    heading.children.push(link);
  }
  return { toc, anchors: [...taken] };
}

function isHeading({ tagName }: Element): boolean {
  return /^h[1-6]$/.test(tagName);
}

/** First free of `id`, `id-2`, `id-3` …; remembers where it stopped, so that equal headings cost no search. */
function unique(id: string, taken: Set<string>, counts: Map<string, number>): string {
  let count = counts.get(id) ?? 0;
  let candidate: string;
  do {
    count += 1;
    candidate = count === 1 ? id : `${id}-${count}`;
  } while (taken.has(candidate) || reserved.has(candidate.toLowerCase()));
  counts.set(id, count);
  taken.add(candidate);
  return candidate;
}

/** Its sign is drawn by the stylesheet, so that it is no text of the post. */
function anchorLink(id: string, ariaLabel: string): Element {
  return {
    type: "element",
    tagName: "a",
    properties: { href: addressOf(id), className: ["anchor"], ariaLabel },
    children: [],
  };
}
