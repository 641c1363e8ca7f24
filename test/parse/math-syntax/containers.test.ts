import type { Nodes, Root } from "mdast";
import { describe, expect, test } from "vitest";
import { parseMarkdown } from "../../../src/parse/math-syntax/parse-markdown.ts";
import { readCases } from "../../support/cases.ts";
import { outline } from "./outline.ts";

interface Container {
  readonly name: string;
  readonly wrap: (lines: readonly string[]) => string;
  readonly inner: (tree: Root) => readonly Nodes[];
}

const indented = (first: string) => (lines: readonly string[]) =>
  lines.map((line, index) => (index === 0 ? first : line === "" ? "" : " ".repeat(first.length)) + line).join("\n");
const firstItem = (tree: Root): readonly Nodes[] => {
  const [list] = tree.children;
  return list?.type === "list" ? (list.children[0]?.children ?? []) : [];
};

const containers: readonly Container[] = [
  {
    name: "> ",
    wrap: (lines) => lines.map((line) => `> ${line}`).join("\n"),
    inner: ({ children: [quote] }) => (quote?.type === "blockquote" ? quote.children : []),
  },
  { name: "- ", wrap: indented("- "), inner: firstItem },
  { name: "1. ", wrap: indented("1. "), inner: firstItem },
  {
    name: "footnote",
    wrap: (lines) => ["[^1]: ", ...lines.map((line) => (line === "" ? "" : `    ${line}`))].join("\n"),
    inner: ({ children: [note] }) => (note?.type === "footnoteDefinition" ? note.children : []),
  },
];

/** Examples whose text is meant to leave its container, or that are containers of another kind inside. */
const lazy = /^(>|-|1\.|文\[\^1\])|^ {4}/m;
const cases = readCases(new URL("../../cases/math/tokenising.md", import.meta.url)).filter(
  ({ input, info }) =>
    info.every((word) => word === "positions") && (!lazy.test(input) || /^(\\begin|于是)/.test(input)),
);

function reading(children: readonly Nodes[]): string {
  const tree: Root = { type: "root", children: children as Root["children"] };
  return outline({ tree, findings: [] });
}

describe.each(containers)("in $name", ({ wrap, inner }) => {
  test.each(cases)("$name", ({ input }) => {
    const wrapped = wrap(input.split("\n"));
    const { tree, findings } = parseMarkdown(wrapped);
    const alone = parseMarkdown(input);
    expect(reading(inner(tree))).toBe(reading(alone.tree.children));
    expect(findings.map(({ code }) => code)).toEqual(alone.findings.map(({ code }) => code));
  });

  test("line tables lead back to the source", () => {
    const wrapped = wrap("文\n$$\na\n b\n$$\n文$c\nd$".split("\n"));
    const found: string[] = [];
    const visit = (node: Nodes): void => {
      if (node.type === "math" || node.type === "inlineMath") {
        const lines = node.value.split("\n");
        for (const [index, { value, start }] of node.lines.entries()) {
          expect(node.value.slice(value, value + String(lines[index]).length)).toBe(lines[index]);
          found.push(wrapped.slice(start.offset).split("\n")[0]?.slice(0, 2) ?? "");
          expect(wrapped.split("\n")[start.line - 1]?.slice(start.column - 1)).toBe(
            wrapped.slice(start.offset).split("\n")[0],
          );
        }
      }
      if ("children" in node) node.children.forEach(visit);
    };
    visit(parseMarkdown(wrapped).tree);
    expect(found).toEqual(["a", " b", "c", "d$"]);
  });
});
