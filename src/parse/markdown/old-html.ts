import type { Element, Root } from "hast";
import { visit } from "../visit.ts";

/** Names and numbers of colours; anything else is left out. */
const colour = /^(?:[a-z]+|#[\da-f]{3}|#[\da-f]{6})$/i;

/**
 * Says in today's HTML what posts and Markdown's tables say in that of 1999: `align` becomes a class, and `<font>` a
 * `<span>`. Red is the red of the theme, which can be read on both papers; other colours stay as they are. Changes
 * the tree in place.
 */
export function modernizeHtml(root: Root): void {
  visit(root, "element", (node: Element) => {
    const { align, color, ...properties } = node.properties;
    if (align === "center" || align === "right") addClass(properties, align === "right" ? "end" : "center");
    if (node.tagName === "font") {
      node.tagName = "span";
      const value = typeof color === "string" ? color : "";
      if (/^red$/i.test(value)) addClass(properties, "red");
      else if (colour.test(value)) properties["style"] = `color:${value}`;
    }
    node.properties = properties;
  });
}

function addClass(properties: Element["properties"], name: string): void {
  properties["className"] = [...[properties["className"] ?? []].flat(), name] as string[];
}
