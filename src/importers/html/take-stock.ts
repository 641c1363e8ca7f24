import type { Element, Nodes, Root } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import type { Before } from "../../model/imported.ts";
import { blockElements, silentElements } from "./elements.ts";
import { newline, type Holes } from "./holes.ts";
import { isDisplay } from "./print-formula.ts";

/** What a part of a page holds and shows, before anything is made of it. */
export function takeStock(tree: Root, holes: Holes): Before {
  const headings: string[] = [];
  const links: string[] = [];
  const images: string[] = [];
  const formulas: string[] = [];
  visit(tree, (node) => {
    if (node.type === "text") formulas.push(...formulasIn(node.value, holes));
    if (node.type !== "element") return;
    const { href, src } = node.properties;
    if (/^h[1-6]$/.test(node.tagName)) headings.push(holes.fill(toString(node)).replaceAll("$", "").trim());
    if (node.tagName === "a" && typeof href === "string") links.push(href);
    if (node.tagName === "img" && typeof src === "string") images.push(src);
  });
  return { formulas, headings, links, images, text: visibleText(tree, holes), form: "visible" };
}

function formulasIn(text: string, holes: Holes): readonly string[] {
  return holes.split(text).flatMap((piece, index) => {
    if (index % 2 === 0 || !/^[$\\]/.test(piece) || /^\$?\s*\\(?:eq)?ref\{[^{}]*\}\s*\$?$/.test(piece)) return [];
    return [texIn(piece)];
  });
}

function texIn(piece: string): string {
  return piece.replace(/<!-- -->$/, "").replace(/^(\$\$?)([\s\S]*)\1$/, "$2");
}

/** The text that readers see, a line for each block, row or broken line; displays stand alone. */
function visibleText(tree: Root, holes: Holes): string {
  return linesOf(tree, holes)
    .split("\n")
    .map((line) => line.replace(/\s+/gu, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}

function linesOf(node: Nodes, holes: Holes): string {
  if (node.type === "text") return shown(node.value, holes);
  if (node.type === "element" && silentElements.has(node.tagName)) return "";
  if (node.type === "element" && node.tagName === "pre") return `\n${holes.fill(toString(node))}\n`;
  if (!("children" in node)) return "";
  const inner = node.children.map((child) => linesOf(child, holes)).join("");
  return isBlock(node) ? `\n${inner}\n` : inner;
}

function isBlock(node: Nodes): node is Element {
  return node.type === "element" && blockElements.has(node.tagName);
}

function shown(text: string, holes: Holes): string {
  return holes
    .split(text)
    .map((part, index) => {
      if (index % 2 === 0) return part.replaceAll("\n", " ").replaceAll(newline, "\n");
      // A reference is one with dollars and without.
      const piece = part.replace(/<!-- -->$/, "").replace(/^\$\s*(\\(?:eq)?ref\{[^{}]*\})\s*\$$/, "$1");
      return isDisplay(piece) ? `\n${texIn(piece).replace(/\s+/g, " ")}\n` : piece;
    })
    .join("");
}
