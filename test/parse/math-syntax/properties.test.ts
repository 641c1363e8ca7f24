import fc from "fast-check";
import type { Nodes, Root } from "mdast";
import remarkCjkFriendly from "remark-cjk-friendly";
import remarkCjkFriendlyGfmStrikethrough from "remark-cjk-friendly-gfm-strikethrough";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { expect, test } from "vitest";
import { parseMarkdown } from "../../../src/parse/math-syntax/parse-markdown.ts";

const characters = Array.from('$\\{}[]|>-+#=*_\n 中，a1`"&<~^%');
const fragments = [
  "$$",
  "\n$$\n",
  "\\begin{equation}",
  "\\end{equation}",
  "\n> ",
  "\n- ",
  "  ",
  "\\eqref{a}",
  "{#eq:a}",
  "\n\n",
  "\n| a | a |\n| - | - |\n| ",
  "\n```\n",
  "$a$",
  "\n1. ",
];
const document = fc
  .array(fc.oneof(fc.constantFrom(...characters), fc.constantFrom(...fragments)), { maxLength: 60 })
  .map((parts) => parts.join(""));
const runs = { numRuns: 400 };

/** Leaves of a tree, and nodes that keep their text in strings. */
function leaves(node: Nodes): readonly Nodes[] {
  const strings =
    node.type === "image" ||
    node.type === "link" ||
    node.type === "footnoteDefinition" ||
    node.type === "linkReference";
  const children = "children" in node ? node.children.flatMap(leaves) : [];
  return strings || !("children" in node) ? [node, ...children] : children;
}

/** Every string in a tree but the names of types and the normalised forms of labels. */
function strings(node: object): string {
  return Object.entries(node)
    .map(([key, value]: [string, unknown]) => {
      if (["type", "identifier", "position", "lines", "env", "referenceType", "data"].includes(key)) return "";
      if (typeof value === "string") return value;
      return typeof value === "object" && value !== null ? strings(value) : "";
    })
    .join("");
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

test("no character outside of Markdown's own marks is lost", () => {
  fc.assert(
    fc.property(document, (source) => {
      const { tree } = parseMarkdown(source);
      const places = leaves(tree).map(({ position }) => position);
      const inTree = strings(tree);
      for (const character of "中，a") {
        expect(count(inTree, character), character).toBeGreaterThanOrEqual(count(source, character));
      }
      for (const { index } of source.matchAll(/[中，a]/g)) {
        const found = places.some((place) => Number(place?.start.offset) <= index && index < Number(place?.end.offset));
        expect(found || lostByTransforms(tree)).toBe(true);
      }
    }),
    runs,
  );
});

/** GFM looks for addresses in finished text and leaves text nodes without a place. */
function lostByTransforms(tree: Root): boolean {
  return leaves(tree).some(({ position }) => position === undefined);
}

test("values of formulas are the source's text, line by line", () => {
  fc.assert(
    fc.property(document, (source) => {
      for (const node of leaves(parseMarkdown(source).tree)) {
        if (node.type !== "math" && node.type !== "inlineMath") continue;
        const lines = node.value.split("\n");
        expect(lines).toHaveLength(node.lines.length);
        for (const [index, { start }] of node.lines.entries()) {
          const line = String(lines[index]);
          expect(source.slice(start.offset, start.offset + line.length)).toBe(line);
        }
      }
    }),
    runs,
  );
});

test("without mathematics the trees are those of remark", () => {
  const plain = unified().use(remarkParse);
  const full = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly).use(remarkCjkFriendlyGfmStrikethrough);
  fc.assert(
    fc.property(document, (source) => {
      expect(parseMarkdown(source, { math: false, gfm: false, cjk: false }).tree).toEqual(plain.parse(source));
      expect(parseMarkdown(source, { math: false }).tree).toEqual(full.parse(source));
      const harmless = source.replace(/\$|\\(?:begin|eqref)/g, "a");
      expect(parseMarkdown(harmless).tree).toEqual(full.parse(harmless));
    }),
    { numRuns: 150 },
  );
});

test("findings stand in the source's order, inside the source", () => {
  fc.assert(
    fc.property(document, fc.boolean(), (source, brackets) => {
      let last = 0;
      for (const { span } of parseMarkdown(source, { brackets }).findings) {
        expect(span.start.offset).toBeGreaterThanOrEqual(last);
        expect(span.end.offset).toBeGreaterThan(span.start.offset);
        expect(span.end.offset).toBeLessThanOrEqual(source.length);
        last = span.start.offset;
      }
    }),
    runs,
  );
});
