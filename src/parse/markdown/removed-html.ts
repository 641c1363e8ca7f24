import type { Element, Root } from "hast";
import type { Span } from "../../model/position.ts";
import { visit } from "../visit.ts";
import { allowedElements } from "./allow-list.ts";
import { spanOf } from "./to-hast.ts";

/** Something of the raw HTML that the allow-list will take away. */
export interface Removed {
  /** `<script>` or `onclick` */
  readonly what: string;
  readonly span?: Span;
}

const ours: ReadonlySet<string> = new Set(["input", "x-formula", "x-ref", "x-more"]);

/** Finds what the allow-list removes from a tree: elements, event attributes, addresses that run code. */
export function findRemoved(root: Root): readonly Removed[] {
  const removed: Removed[] = [];
  visit(root, "element", (node: Element) => {
    const at = node.position && { span: spanOf(node) };
    if (!allowedElements.has(node.tagName) && !ours.has(node.tagName))
      removed.push({ what: `<${node.tagName}>`, ...at });
    for (const [name, value] of Object.entries(node.properties)) {
      if (/^on[A-Z]/.test(name) || name === "style")
        removed.push({ what: `the attribute “${name.toLowerCase()}”`, ...at });
      if ((name === "href" || name === "src") && isDangerous(String(value)))
        removed.push({ what: `the address “${String(value).slice(0, 40)}”`, ...at });
    }
  });
  return removed;
}

function isDangerous(address: string): boolean {
  // Browsers drop white space and control characters before they look for a scheme.
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(/[\s\p{Cc}]/gu, ""))?.[1]?.toLowerCase();
  return scheme !== undefined && !["http", "https", "mailto"].includes(scheme);
}
