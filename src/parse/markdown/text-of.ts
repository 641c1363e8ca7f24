import type { Nodes } from "hast";

/** TeX of the formula in a hole. */
export type TexOf = (index: number) => string;

/** Text of a tree without markup; a formula counts with its TeX, alternative texts and notes do not count. */
export function textOf(node: Nodes, texOf: TexOf): string {
  if (node.type === "text") return node.value;
  if (node.type === "element" && node.tagName === "x-formula") return texOf(Number(node.properties["n"]));
  if (node.type === "element" && node.tagName === "br") return "\n";
  if (!("children" in node)) return "";
  return node.children.map((child) => textOf(child, texOf)).join("");
}
