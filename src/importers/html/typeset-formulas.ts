import type { Element, Root } from "hast";
import { toString } from "hast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import type { Holes } from "./holes.ts";
import { printFormula } from "./print-formula.ts";

/** KaTeX keeps the TeX in an annotation; MathJax 2 keeps it in a script, which is a hole by now. */
export function restoreTypeset(root: Root, holes: Holes): void {
  visit(root, "element", (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const classes = Array.isArray(node.properties["className"]) ? node.properties["className"].map(String) : [];
    if (classes.some((name) => /^MathJax(?:_|$)/.test(name))) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (!classes.includes("katex") && !classes.includes("katex-display")) return undefined;
    const tex = annotationIn(node);
    if (tex === undefined) return undefined;
    const kind = classes.includes("katex-display") ? "display" : "inline";
    parent.children[index] = { type: "text", value: holes.add(printFormula({ kind, tex }, "")) };
    return [SKIP, index];
  });
}

function annotationIn(node: Element): string | undefined {
  let tex: string | undefined;
  visit(node, "element", (child) => {
    if (child.tagName === "annotation") tex = toString(child);
  });
  return tex;
}
