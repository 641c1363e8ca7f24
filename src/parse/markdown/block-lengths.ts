import type { Element, Root } from "hast";
import { displayWidth } from "../../text/display-width.ts";
import { visit } from "../visit.ts";

/** Hanzi that a line of the text holds on a wide screen. */
const line = 38;

/** Blocks whose height follows from the length of their text. */
const measured: ReadonlySet<string> = new Set(["p", "ul", "ol", "blockquote"]);

/**
 * Tells browsers how long the blocks of a post are that have more than a line, `style="--c:76"` in hanzi, so that one that lays a block out only
 * when it comes near can keep its place about right. A list or a quote counts every part as whole lines. Changes the
 * tree in place.
 *
 * @param textOf what the formula in a hole looks like as text
 */
export function measureBlocks(root: Root, textOf: (index: number) => string): void {
  for (const block of root.children) {
    if (block.type !== "element" || !measured.has(block.tagName)) continue;
    const length = blockLength(block, textOf);
    if (length > line) block.properties["style"] = `--c:${Math.ceil(length)}`;
  }
}

function blockLength(block: Element, textOf: (index: number) => string): number {
  const parts = block.children.filter((child) => child.type === "element" && isPart(child.tagName)) as Element[];
  if (parts.length === 0) return textLength(block, textOf);
  return parts.reduce((sum, part) => sum + Math.max(1, Math.ceil(blockLength(part, textOf) / line)) * line, 0);
}

function isPart(name: string): boolean {
  return name === "li" || measured.has(name);
}

function textLength(block: Element, textOf: (index: number) => string): number {
  let columns = 0;
  visit(block, (node) => {
    if (node.type === "text") columns += displayWidth(node.value.trim());
    if (node.type === "element" && node.tagName === "x-formula")
      columns += displayWidth(textOf(Number(node.properties["n"])));
  });
  return columns / 2;
}
