import type { Element, ElementContent, Root } from "hast";
import { visit } from "unist-util-visit";
import { escapeHtml } from "../../text/escape.ts";
import { rawAttributes, rawElements } from "./elements.ts";
import type { Holes } from "./holes.ts";

/** Puts raw tags around the children of elements that Markdown does not have, and of anchors without an address. */
export function keepRaw(root: Root, holes: Holes): void {
  visit(root, "element", (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const { href, id, name } = node.properties;
    const anchor = node.tagName === "a" && href === undefined ? (id ?? name) : undefined;
    if (typeof anchor === "string") {
      const tag: ElementContent = { type: "text", value: holes.add(`<a id="${escapeHtml(anchor)}"></a>`) };
      parent.children.splice(index, 1, tag, ...node.children);
      return index;
    }
    if (!rawElements.has(node.tagName) || (node.tagName === "font" && node.properties["color"] === undefined))
      return undefined;
    const open: ElementContent = { type: "text", value: holes.add(openTag(node)) };
    const close: ElementContent = { type: "text", value: holes.add(`</${node.tagName}>`) };
    parent.children.splice(index, 1, open, ...node.children, close);
    return index;
  });
}

function openTag({ tagName, properties }: Element): string {
  const attributes = rawAttributes.flatMap((name) => {
    const value = properties[name];
    if (value === true) return [` ${name}`];
    return typeof value === "string" ? [` ${name}="${escapeHtml(value)}"`] : [];
  });
  return `<${tagName}${attributes.join("")}>`;
}
