import type { Element, ElementContent, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { Html } from "../model/brand.ts";

/** Markup of the site as a tree that may be changed. */
export function treeOf(html: Html): Root {
  return fromHtml(html, { fragment: true });
}

/** Content that may stand in an element. */
export function contentOf(html: Html): ElementContent[] {
  return treeOf(html).children as ElementContent[];
}

type Node = Root | Root["children"][number] | ElementContent;

/**
 * Replaces every element of a tree by what `change` makes of it, its content first. An element that is given back is
 * kept; `keep` says which elements are not looked into.
 */
export function changeElements(
  node: Node,
  change: (element: Element) => readonly ElementContent[],
  keep: (element: Element) => boolean = () => false,
): void {
  if (!("children" in node)) return;
  node.children = (node.children as ElementContent[]).flatMap((child): readonly ElementContent[] => {
    if (child.type === "comment") return [];
    if (child.type !== "element") return [child];
    if (!keep(child)) changeElements(child, change, keep);
    return change(child);
  });
}

/** Every element below a node, in the order of the text. */
export function* elementsIn(node: Node): Generator<Element> {
  if (!("children" in node)) return;
  for (const child of node.children) {
    if (child.type === "element") yield child;
    yield* elementsIn(child);
  }
}

export function hasClass({ properties }: Element, name: string): boolean {
  const { className } = properties;
  return Array.isArray(className) && className.includes(name);
}
