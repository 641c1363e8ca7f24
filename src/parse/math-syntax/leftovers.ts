import type { Nodes, Root } from "mdast";

/** A delimiter of mathematics that has stayed in the text. */
export type Leftover =
  | { readonly kind: "$"; readonly start: number; readonly end: number }
  | { readonly kind: "begin" | "end"; readonly name: string; readonly start: number; readonly end: number };

const pattern = /\\(begin|end)\{([^{}\\\n$]+)\}|\\[^]|\$+/g;

/**
 * Delimiters in the text nodes of a tree, in order, one list for each paragraph, heading or cell that has any.
 * They are looked up in the source, so escapes and character references are not mistaken for delimiters.
 */
export function findLeftovers(tree: Root, source: string): readonly (readonly Leftover[])[] {
  const blocks: Leftover[][] = [];
  const visit = (node: Nodes, block: Leftover[]): void => {
    if (node.type === "text")
      block.push(...leftoversOf(source, node.position?.start.offset, node.position?.end.offset));
    if (!("children" in node) || isBareLink(node, source)) return;
    const own: Leftover[] = isBlock(node) ? [] : block;
    for (const child of node.children) visit(child, own);
    if (own !== block && own.length > 0) blocks.push(own);
  };
  visit(tree, []);
  return blocks;
}

/** A link that is written as its address has no text of its own. */
function isBareLink({ type, position }: Nodes, source: string): boolean {
  return type === "link" && source[Number(position?.start.offset)] !== "[";
}

function isBlock({ type }: Nodes): boolean {
  return type === "paragraph" || type === "heading" || type === "tableCell";
}

function leftoversOf(source: string, from: number | undefined, to: number | undefined): readonly Leftover[] {
  const found: Leftover[] = [];
  for (const { 0: text, 1: command, 2: name = "", index } of source.slice(from, to).matchAll(pattern)) {
    const start = Number(from) + index;
    const end = start + text.length;
    if (command !== undefined) found.push({ kind: command === "begin" ? "begin" : "end", name, start, end });
    else if (text.startsWith("$")) found.push({ kind: "$", start, end });
  }
  return found;
}
