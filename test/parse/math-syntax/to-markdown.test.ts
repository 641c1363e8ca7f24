import fc from "fast-check";
import type { Nodes, Root } from "mdast";
import { toMarkdown } from "mdast-util-to-markdown";
import { describe, expect, test } from "vitest";
import { parseMarkdown } from "../../../src/parse/math-syntax/parse-markdown.ts";
import { toMarkdownMath } from "../../../src/parse/math-syntax/to-markdown.ts";
import { readCases } from "../../support/cases.ts";

function write(tree: Root): string {
  return toMarkdown(tree, { extensions: [toMarkdownMath()] });
}

/** Formulas and references in order, without places. */
function mathOf(node: Nodes): readonly unknown[] {
  if (node.type === "mathRef") return [[node.kind, node.label]];
  if (node.type === "math" || node.type === "inlineMath") {
    const value = node.type === "inlineMath" && !node.display ? node.value.replace(/\s*\n\s*/g, " ") : node.value;
    return [[node.type, node.display, node.env, node.id, value]];
  }
  return "children" in node ? node.children.flatMap(mathOf) : [];
}

/** Displays that only a lazy line keeps in a paragraph of their own become blocks. */
const unwritten = /^[>-] \$\$\n/;

describe("what is written is read again", () => {
  const cases = readCases(new URL("../../cases/math/tokenising.md", import.meta.url)).filter(
    ({ input, info }) => info.every((word) => word === "positions") && !unwritten.test(input) && !input.startsWith("|"),
  );
  test.each(cases)("$name", ({ input }) => {
    const { tree } = parseMarkdown(input, { gfm: false });
    expect(mathOf(parseMarkdown(write(tree), { gfm: false }).tree)).toEqual(mathOf(tree));
  });

  test("for text and formulas in any order", () => {
    const piece = fc.oneof(
      fc
        .constantFrom("文", "5", "$", "\\", "\\begin{math}", "\\eqref{a}", "a ")
        .map((value) => ({ type: "text" as const, value })),
      fc
        .constantFrom("x", "x=\\$5", "\\text{若 $x>0$}", "a\\\\")
        .map((value) => ({ type: "inlineMath" as const, display: false, value, lines: [] })),
      fc.constantFrom("x", "a\n- b").map((value) => ({ type: "inlineMath" as const, display: true, value, lines: [] })),
      fc.constant({ type: "mathRef" as const, kind: "ref" as const, label: "a" }),
    );
    const start = { type: "text" as const, value: "始" };
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const tree: Root = { type: "root", children: [{ type: "paragraph", children: [start, ...pieces, start] }] };
        expect(mathOf(parseMarkdown(write(tree), { gfm: false }).tree)).toEqual(mathOf(tree));
      }),
      { numRuns: 300 },
    );
  });
});

describe("forms", () => {
  test.each([
    ["$a\n+b$c", "$a +b$c\n"],
    ["文$$a\nb$$ {#eq:c}", "文$$a\nb$$ {#eq:c}\n"],
    ["$$a$$", "$$\na\n$$\n"],
    ["\\begin{align}\na\n\n\\end{align}", "\\begin{align}\na\n\n\\end{align}\n"],
    ["由$\\ref{a}$知", "由\\ref{a}知\n"],
    ["价\\$5", "价\\$5\n"],
  ])("%j → %j", (input, output) => expect(write(parseMarkdown(input).tree)).toBe(output));
});

describe("values that no Markdown stands for", () => {
  test.each([
    { type: "math", display: true, value: "a$$b", lines: [] } as const,
    { type: "math", display: true, value: "a", env: "align", lines: [] } as const,
  ])("block $value", (node) => expect(() => write({ type: "root", children: [node] })).toThrow("cannot be written"));

  test("inline", () => {
    const node = { type: "inlineMath", display: false, value: "a$b", lines: [] } as const;
    expect(() => write({ type: "root", children: [{ type: "paragraph", children: [node] }] })).toThrow("a$b");
  });
});
