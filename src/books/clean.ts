import type { Element, ElementContent, Properties, Root } from "hast";
import { changeElements, elementsIn, hasClass } from "./tree.ts";

/** Attributes that mean something on a page only: to its scripts, its styles, or the keyboard. */
const ofPages = /^(?:data|aria|on)|^(?:tabIndex|role|style|loading|decoding|fetchPriority)$/;

/** Takes from a text what is only for pages: links at headings, and attributes for scripts and styles. */
export function clean(root: Root): void {
  changeElements(
    root,
    (element): readonly ElementContent[] => {
      if (hasClass(element, "anchor")) return [];
      if (isFormula(element)) return [element];
      const kept = Object.entries(element.properties).filter(([name]) => !ofPages.test(name) || isOfNotes(name));
      return [{ ...element, properties: Object.fromEntries(kept) as Properties }];
    },
    isFormula,
  );
}

/** Notes are told by these, and are placed later. */
function isOfNotes(name: string): boolean {
  return name.startsWith("dataFootnote");
}

function isFormula(element: Element): boolean {
  return element.tagName === "math" || hasClass(element, "katex");
}

/** Identifiers of a text; a second one of the same name loses it. */
export function uniqueIds(root: Root): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { properties } of elementsIn(root)) {
    const { id } = properties;
    if (id === undefined || id === null) continue;
    if (ids.has(String(id)) || String(id) === "") delete properties["id"];
    else ids.add(String(id));
  }
  return ids;
}
