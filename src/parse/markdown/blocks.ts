import type { Element, Parents, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";

/** Words for boxes that scroll, read by screen readers. */
const boxNames = {
  "zh-CN": { table: "表格", code: "代码" },
  en: { table: "Table", code: "Code" },
} as const;

/** Puts every table into a box that scrolls by itself and makes code reachable by keyboard. */
export function boxWideBlocks(root: Root, language: "zh-CN" | "en"): void {
  const names = boxNames[language];
  visit(root, "element", (node: Element, index: number | undefined, parent: Parents | undefined) => {
    if (node.tagName === "pre") {
      Object.assign(node.properties, { tabIndex: 0, role: "group", ariaLabel: names.code });
      return undefined;
    }
    if (node.tagName !== "table" || index === undefined || !parent) return undefined;
    parent.children[index] = {
      type: "element",
      tagName: "div",
      properties: { className: ["table"], tabIndex: 0, role: "group", ariaLabel: names.table },
      children: [node],
    };
    return SKIP;
  });
}

/** KaTeX's own error mark becomes our error box: source as text, message as title. */
export function boxKatexErrors(root: Root): void {
  visit(root, "element", (node: Element) => {
    const { className, title } = node.properties;
    if (!Array.isArray(className) || !className.includes("katex-error")) return;
    node.tagName = "code";
    node.properties = { className: ["math-error"], ...(title !== undefined && { title }) };
  });
}
