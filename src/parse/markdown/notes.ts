import type { Element, ElementContent, Root, RootContent } from "hast";
import { decodeAddress } from "../../text/decode-address.ts";
import { visit } from "../visit.ts";
import { childElements } from "./child-elements.ts";

/** A note as GFM sets it: its entry in the list at the end, and the marks in the text that lead to it. */
export interface Note {
  /** From 1. */
  readonly number: number;
  readonly item: Element;
  /** The links in the text, in order. */
  readonly marks: readonly Element[];
}

/** The words of notes in a language. */
export const noteWords = {
  "zh-CN": {
    notes: "脚注",
    mark: (n: number) => `注${n}`,
    back: (n: number, time: number) => `回到正文（注${n}${time > 1 ? `，第${time}处` : ""}）`,
  },
  en: {
    notes: "Notes",
    mark: (n: number) => `Note ${n}`,
    back: (n: number, time: number) => `Back to the text (note ${n}${time > 1 ? `, place ${time}` : ""})`,
  },
} as const;

/**
 * Names notes and their marks with the author's raw text: `fn-名`, `fnref-名`, `fnref-名-2` for the second mark. GFM
 * percent-encodes the identifier as well as the address, so that no address leads to it; one that was copied from
 * there leads here, because browsers decode it.
 */
export function nameNotes(root: Root, language: keyof typeof noteWords): readonly Note[] {
  const words = noteWords[language];
  const notes = findNotes(root);
  const taken = new Set<string>();
  const names = notes.map(({ item }) => free(nameOf(item), taken));
  for (const name of names) taken.add(`fnref-${name}`);
  notes.forEach(({ number, item, marks }, at) => {
    const name = String(names[at]);
    const ids = marks.map((mark, index) => {
      const id = index === 0 ? `fnref-${name}` : free(`fnref-${name}-${index + 1}`, taken);
      const href = addressOf(`fn-${name}`);
      mark.properties = { href, id, dataFootnoteRef: true, ariaLabel: words.mark(number) };
      return id;
    });
    item.properties["id"] = `fn-${name}`;
    backLinks(item).forEach((link, index) => {
      link.properties["href"] = addressOf(String(ids[index]));
      link.properties["ariaLabel"] = words.back(number, index + 1);
    });
  });
  return notes;
}

/** The links from a note back to its marks. */
function backLinks(item: Element): readonly Element[] {
  const links: Element[] = [];
  visit(item, "element", (node) => {
    if (node.tagName === "a" && "dataFootnoteBackref" in node.properties) links.push(node);
  });
  return links;
}

export function isNoteMark({ tagName, properties }: Element): boolean {
  return tagName === "a" && "dataFootnoteRef" in properties;
}

/** Content without the marks of notes, for places where it stands a second time. */
export function withoutMarks(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type !== "element") return [child];
    const isMark = child.tagName === "sup" && child.children.some((one) => one.type === "element" && isNoteMark(one));
    return isMark ? [] : [{ ...child, children: withoutMarks(child.children) }];
  });
}

/** The list of notes at the end of a text. */
export function isNoteSection(node: RootContent | ElementContent): boolean {
  return node.type === "element" && node.tagName === "section" && node.properties["dataFootnotes"] !== undefined;
}

/** The address of an identifier in the same page. */
export function addressOf(id: string): string {
  return `#${encodeURIComponent(id)}`;
}

function findNotes(root: Root): readonly Note[] {
  const marks = new Map<string, Element[]>();
  visit(root, "element", (node) => {
    if (!isNoteMark(node)) return;
    const target = String(node.properties["href"]).slice(1);
    marks.set(target, [...(marks.get(target) ?? []), node]);
  });
  // Every list counts from 1, as browsers and the marks do: there may be one that the author wrote as HTML.
  return noteLists(root).flatMap((list) =>
    childElements(list, "li").flatMap((item, index) => {
      const id = String(item.properties["id"]);
      // Such a list keeps its own identifiers.
      return id.startsWith("fn-") ? [{ number: index + 1, item, marks: marks.get(id) ?? [] }] : [];
    }),
  );
}

/** There is one, if the author has not written more of them as HTML. */
export function noteLists(root: Root): readonly Element[] {
  return childElements(root, "section")
    .filter(isNoteSection)
    .flatMap((section) => childElements(section, "ol"));
}

/** The author's name of a note, out of `fn-%E7%94%B2`. */
function nameOf(item: Element): string {
  return decodeAddress(String(item.properties["id"]).slice("fn-".length));
}

/** The first free one of `名`, `名′` …: a note may be called `甲-2` when `甲` has two marks. */
function free(id: string, taken: Set<string>): string {
  let candidate = id;
  while (taken.has(candidate)) candidate += "′";
  taken.add(candidate);
  return candidate;
}
