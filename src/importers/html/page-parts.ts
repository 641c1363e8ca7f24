import type { Element, Nodes } from "hast";
import { select, selectAll } from "hast-util-select";
import { toString } from "hast-util-to-string";
import { EXIT, visit } from "unist-util-visit";
import type { Holes } from "./holes.ts";
import type { Profile } from "./profile.ts";

/** Takes out the first element that ends the text and everything behind it in the order of the page. */
export function cutEnd(content: Element, { endAt, endAtText }: Profile, holes: Holes): boolean {
  const ends = new Set<Nodes>(endAt.flatMap((selector) => selectAll(selector, content)));
  let path: readonly Nodes[] = [];
  visit(content, "element", (node) => {
    const begins =
      /^(?:p|div|blockquote|ul|ol|h[1-6]|strong|em)$/.test(node.tagName) && startsWithAny(node, endAtText, holes);
    if (node === content || (!ends.has(node) && !begins)) return undefined;
    path = pathTo(content, node);
    return EXIT;
  });
  path.forEach((node, index) => {
    const parent = path[index - 1];
    if (!parent || !("children" in parent)) return;
    const at = (parent.children as readonly Nodes[]).indexOf(node);
    parent.children.splice(index === path.length - 1 ? at : at + 1);
  });
  return path.length > 0;
}

function startsWithAny(node: Element, texts: readonly string[], holes: Holes): boolean {
  const text = holes
    .fill(toString(node))
    .trim()
    .replace(/^[_*]+/, "");
  return texts.some((start) => text.startsWith(start));
}

/** From the root to a node, both included. */
function pathTo(root: Element, wanted: Element): readonly Nodes[] {
  if (root === wanted) return [root];
  for (const child of root.children) {
    const path = child.type === "element" ? pathTo(child, wanted) : [];
    if (path.length > 0) return [root, ...path];
  }
  return [];
}

/** Takes out what the profile says is not the author's. */
export function removeParts(content: Element, { remove }: Profile): void {
  const unwanted = new Set<Nodes>(remove.flatMap((selector) => selectAll(selector, content)));
  visit(content, "element", (node, index, parent) => {
    if (!parent || index === undefined || !unwanted.has(node)) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
}

/** The theme's box around a picture becomes a `<figure>` with its caption. */
export function markFigures(content: Element, { select: box, caption }: NonNullable<Profile["figure"]>): void {
  for (const node of selectAll(box, content)) {
    const image = select("a:has(img)", node) ?? select("img", node);
    if (!image) continue;
    const text = select(caption, node);
    node.tagName = "figure";
    node.properties = {};
    node.children = [image, ...(text ? [{ ...text, tagName: "figcaption", properties: {} }] : [])];
  }
}
