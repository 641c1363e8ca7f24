import type { Element, ElementContent, Root } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { escapeHtml } from "../../text/escape.ts";
import type { Holes } from "./holes.ts";

/** The site gives a heading its own text as identifier; only another one is worth keeping. */
export function keepIdentifier(node: Element, holes: Holes): void {
  const { id, ...properties } = node.properties;
  node.properties = properties;
  const text = holes.fill(toString(node)).replaceAll("$", "").trim().replace(/\s+/g, "-");
  if (typeof id === "string" && id !== text && id !== "")
    node.children.unshift({ type: "text", value: holes.add(`<a id="${escapeHtml(id)}"></a>`) });
}

/** Takes the link to itself out of every heading; it is no link of the author's. */
export function dropPermalinks(root: Root): void {
  visit(root, "element", (node) => {
    if (!/^h[1-6]$/.test(node.tagName)) return;
    node.children = node.children.filter((child) => !isPermalink(child));
    const last = node.children.at(-1);
    if (last?.type === "text") last.value = last.value.trimEnd();
  });
}

function isPermalink(node: ElementContent): boolean {
  if (node.type !== "element" || node.tagName !== "a") return false;
  const { href } = node.properties;
  return typeof href === "string" && href.startsWith("#") && /^[#¶§🔗\s]*$/u.test(toString(node));
}
