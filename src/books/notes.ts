import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import type { BookWords } from "../model/book.ts";
import { textOf } from "./formulas.ts";
import { changeElements, elementsIn, hasClass } from "./tree.ts";

interface Note {
  readonly number: string;
  readonly element: Element;
}

/**
 * Takes the notes out of a text, from beside their paragraphs as from the list at its end, and gives them as notes of
 * a book, in the order of their numbers; their marks become marks of a book.
 *
 * @returns nothing if there are none
 */
export function bookNotes(root: Root, words: BookWords): readonly ElementContent[] {
  const notes: Note[] = [];
  changeElements(root, (element) => {
    if (element.tagName === "a" && "dataFootnoteRef" in element.properties) return [mark(element)];
    if (hasClass(element, "note") && element.tagName === "aside") {
      notes.push(marginNote(element, words));
      return [];
    }
    if ("dataFootnotes" in element.properties) {
      notes.push(...listNotes(element, words));
      return [];
    }
    return [element];
  });
  if (notes.length === 0) return [];
  const sorted = notes.toSorted((a, b) => Number(a.number) - Number(b.number));
  return [
    h("section", { className: "notes", "epub:type": "footnotes" }, [
      h("h2", words.notes),
      ...sorted.map(({ element }) => element),
    ]),
  ];
}

function mark({ properties, children }: Element): Element {
  const { href, id } = properties;
  return {
    type: "element",
    tagName: "a",
    properties: { href: String(href), id: String(id), "epub:type": "noteref", role: "doc-noteref" },
    children,
  };
}

/** A note beside its paragraph begins with its number, which leads back. */
function marginNote({ properties, children }: Element, words: BookWords): Note {
  let number = "";
  let back = "";
  const holder: Root = { type: "root", children };
  changeElements(holder, (element) => {
    if (!hasClass(element, "no")) return [element];
    [number, back] = [textOf(element), String(element.properties["href"])];
    return [];
  });
  return {
    number,
    element: note({ id: String(properties["id"]), number, back }, holder.children as ElementContent[], words),
  };
}

/** Notes in the list carry arrows at their end, of which the first leads to the first mark. */
function listNotes(section: Element, words: BookWords): readonly Note[] {
  const items = [...elementsIn(section)].filter(({ tagName, properties }) => tagName === "li" && "id" in properties);
  return items.map((item, index) => {
    const number = String(item.properties["value"] ?? index + 1);
    let back = "";
    const holder: Root = { type: "root", children: item.children };
    changeElements(holder, (element) => {
      if (!("dataFootnoteBackref" in element.properties)) return [element];
      back ||= String(element.properties["href"]);
      return [];
    });
    const id = String(item.properties["id"]);
    return { number, element: note({ id, number, back }, holder.children as ElementContent[], words) };
  });
}

function note(
  { id, number, back }: { readonly id: string; readonly number: string; readonly back: string },
  children: readonly ElementContent[],
  words: BookWords,
): Element {
  const link = h("a", { className: "no", href: back, ariaLabel: words.backToText(Number(number)) }, number);
  return h("aside", { id, className: "note", "epub:type": "footnote", role: "doc-footnote" }, [link, ...children]);
}
