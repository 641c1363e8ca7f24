import type { Element, Parents, Root } from "hast";
import { visit } from "../visit.ts";

/** Words for boxes, read by screen readers. */
const boxNames = {
  "zh-CN": { table: "表格", code: "代码", done: "已完成", open: "未完成" },
  en: { table: "Table", code: "Code", done: "done", open: "not done" },
} as const;

/**
 * Puts every table into a box that scrolls by itself, makes code reachable by keyboard, and tells screen readers
 * what the boxes of a task list say.
 */
export function boxWideBlocks(root: Root, language: "zh-CN" | "en"): void {
  boxIn(root, boxNames[language]);
}

type Names = (typeof boxNames)[keyof typeof boxNames];

function boxIn(parent: Parents, names: Names): void {
  for (const [index, node] of parent.children.entries()) {
    if (node.type !== "element") continue;
    if (node.tagName === "pre") Object.assign(node.properties, { tabIndex: 0, role: "group", ariaLabel: names.code });
    if (node.tagName === "input")
      node.properties["ariaLabel"] = node.properties["checked"] === true ? names.done : names.open;
    // A table in a table scrolls with it.
    if (node.tagName === "table") parent.children[index] = boxOf(node, names.table);
    else boxIn(node, names);
  }
}

function boxOf(table: Element, ariaLabel: string): Element {
  const properties = { className: ["table"], tabIndex: 0, role: "group", ariaLabel };
  return { type: "element", tagName: "div", properties, children: [table] };
}

/** KaTeX's own error mark becomes our error box: source as text, message as title. */
export function boxKatexErrors(root: Root): void {
  visit(root, "element", (node: Element) => {
    const { className, title } = node.properties;
    if (!Array.isArray(className) || !className.includes("katex-error")) return;
    node.tagName = "code";
    node.properties = {
      className: ["math-error"],
      title: String(title).replace(/^ParseError: KaTeX parse error: /, ""),
    };
  });
}
