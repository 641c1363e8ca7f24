import type { Nodes, Root } from "mdast";
import type { Mask } from "./mask.ts";

/** Puts hidden characters back into every string of a tree but the values of formulas, which are taken from the source. */
export function restoreTree(tree: Root, { restore }: Mask): void {
  if (!restore) return;
  const visit = (node: object): void => {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === "string") Object.assign(node, { [key]: restore(value) });
      else if (Array.isArray(value)) value.filter(isObject).forEach(visit);
    }
  };
  visit(tree);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Marks paragraphs that stand directly above or below a display, without a blank line: they are one paragraph to the reader. */
export function markContinuations(tree: Nodes): void {
  if (!("children" in tree)) return;
  let previous: Nodes | undefined;
  for (const node of tree.children) {
    const adjacent = previous?.position && node.position && previous.position.end.line + 1 === node.position.start.line;
    if (adjacent && previous?.type === "paragraph" && node.type === "math")
      previous.data = { ...previous.data, continued: true };
    if (adjacent && previous?.type === "math" && node.type === "paragraph")
      node.data = { ...node.data, continues: true };
    markContinuations(node);
    previous = node;
  }
}
