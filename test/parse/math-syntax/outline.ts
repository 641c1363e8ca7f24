import type { Nodes } from "mdast";
import type { MarkdownFinding } from "../../../src/parse/math-syntax/parse-markdown.ts";
import type { ParsedMarkdown } from "../../../src/parse/math-syntax/parse-markdown.ts";

/**
 * A tree as an outline: one block a line, its inline content behind the colon, children of containers
 * indented; then one line for each finding. With `positions`, formulas show where each of their lines stands.
 */
export function outline({ tree, findings }: ParsedMarkdown, positions = false): string {
  return [...tree.children.flatMap((node) => block(node, "", positions)), ...findings.map(finding)].join("\n");
}

function block(node: Nodes, indent: string, positions: boolean): readonly string[] {
  const flags = [flag(node, "continues"), flag(node, "continued")].join("");
  if (node.type === "math") return [indent + formula(node, "block", positions)];
  if ("value" in node) return [`${indent}${node.type}: ${JSON.stringify(node.value)}`];
  if (!("children" in node)) return [indent + node.type];
  const inline = ["paragraph", "heading", "tableCell"].includes(node.type);
  if (inline)
    return [`${indent}${node.type}${flags}: ${node.children.map((child) => phrase(child, positions)).join(" ")}`];
  return [`${indent}${node.type}`, ...node.children.flatMap((child) => block(child, `${indent}  `, positions))];
}

function flag(node: Nodes, name: "continues" | "continued"): string {
  return node.type === "paragraph" && node.data?.[name] ? ` (${name})` : "";
}

function phrase(node: Nodes, positions: boolean): string {
  if (node.type === "inlineMath") return formula(node, node.display ? "display" : "inline", positions);
  if (node.type === "mathRef") return `${node.kind}(${node.label})`;
  if (node.type === "image") return `image(${JSON.stringify(node.alt)})`;
  if ("value" in node) return `${node.type} ${JSON.stringify(node.value)}`;
  return "children" in node
    ? `${node.type}[${node.children.map((child) => phrase(child, positions)).join(" ")}]`
    : node.type;
}

function formula(node: Nodes & { type: "math" | "inlineMath" }, layout: string, positions: boolean): string {
  const details = [
    layout,
    ...(node.env === undefined ? [] : [node.env]),
    ...(node.id === undefined ? [] : [`#${node.id}`]),
  ];
  const places = node.lines.map(({ value, start }) => `${value}@${start.line}:${start.column}`).join(" ");
  return `math(${details.join(" ")}) ${JSON.stringify(node.value)}${positions ? ` at ${places}` : ""}`;
}

function finding({ severity, code, span: { start, end } }: MarkdownFinding): string {
  return `${severity} ${code} ${start.line}:${start.column}-${end.line}:${end.column}`;
}
