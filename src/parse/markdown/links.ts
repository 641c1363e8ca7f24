import type { Element, Root } from "hast";
import type { PostLink } from "../../model/post.ts";
import { visit } from "../visit.ts";
import { spanOf } from "./to-hast.ts";

/**
 * Takes the links that point into the archive out of the markup: each gets a hole (`x-link:3`) that is
 * filled when the page is printed, because only the whole site knows addresses. Links within the post
 * and to other sites stay as they are; those to other sites get `rel="noopener"`.
 *
 * @param oldHosts hosts that are this archive under an earlier name
 */
export function holeLinks(root: Root, oldHosts: readonly string[]): readonly PostLink[] {
  const links: PostLink[] = [];
  visit(root, "element", (node: Element) => {
    const { href, ...properties } = node.properties;
    if (node.tagName !== "a" || typeof href !== "string" || href.startsWith("#")) return;
    if (isElsewhere(href, oldHosts)) {
      node.properties["rel"] ??= ["noopener"];
      return;
    }
    node.properties = { href: `x-link:${links.length}`, ...properties };
    links.push({ href, ...(node.position && { span: spanOf(node) }) });
  });
  return links;
}

function isElsewhere(href: string, oldHosts: readonly string[]): boolean {
  const host = /^(?:https?:)?\/\/([^/?#]+)/i.exec(href)?.[1];
  if (host !== undefined) return !oldHosts.includes(host.toLowerCase());
  return /^[a-z][a-z0-9+.-]*:/i.test(href);
}
