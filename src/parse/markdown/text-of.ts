import type { Nodes } from "hast";
import { visit } from "../visit.ts";

/** TeX of the formula in a hole. */
export type TexOf = (index: number) => string;

/** Text of a tree without markup; a formula counts with its TeX, alternative texts and notes do not count. */
export function textOf(tree: Nodes, texOf: TexOf): string {
  let text = "";
  visit(tree, (node) => {
    if (node.type === "text") text += node.value;
    if (node.type !== "element") return;
    if (node.tagName === "x-formula") text += texOf(Number(node.properties["n"]));
    if (node.tagName === "br") text += "\n";
  });
  return text;
}
