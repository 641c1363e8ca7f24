import type { Element, ElementContent, Root } from "hast";
import { visit } from "../visit.ts";

/**
 * A picture that is a paragraph by itself becomes a figure: a link to the whole picture, and its title, else its
 * alternative text, as caption. A picture that is a link already, or without any words, stays what it is.
 */
export function figureImages(root: Root): void {
  visit(root, "element", (node: Element) => {
    const image = node.tagName === "p" ? onlyImage(node) : undefined;
    if (!image) return;
    const { src, alt, title } = image.properties;
    const words = String(title ?? alt ?? "").trim();
    if (typeof src !== "string" || words === "") return;
    node.tagName = "figure";
    node.children = [
      { type: "element", tagName: "a", properties: { href: src }, children: [image] },
      // Screen readers have read the alternative text before.
      caption(words, title === undefined ? { ariaHidden: "true" } : {}),
    ];
  });
}

function onlyImage({ children }: Element): Element | undefined {
  const solid = children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  const [only] = solid;
  return solid.length === 1 && only?.type === "element" && only.tagName === "img" ? only : undefined;
}

function caption(value: string, properties: Element["properties"]): ElementContent {
  return { type: "element", tagName: "figcaption", properties, children: [{ type: "text", value }] };
}
