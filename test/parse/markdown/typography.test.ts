import fc from "fast-check";
import type { Element, ElementContent, Root } from "hast";
import { toString } from "hast-util-to-string";
import { expect, it } from "vitest";
import { withTypography } from "../../../src/parse/markdown/typography.ts";

const text = fc.string({ unit: fc.constantFrom(...Array.from("文，。：；？！“”（）《》·　a .,(")), maxLength: 12 });

function element(tagName: string, children: ElementContent[]): Element {
  return { type: "element", tagName, properties: tagName === "span" ? { className: ["m"] } : {}, children };
}

const { node } = fc.letrec<{ node: ElementContent; formula: ElementContent; leaf: ElementContent }>((tie) => ({
  leaf: fc.record({ type: fc.constantFrom("text", "comment"), value: text }),
  formula: text.map((value) => element("span", [element("x-formula", [{ type: "text", value }])])),
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    tie("leaf"),
    tie("formula"),
    fc
      .tuple(fc.constantFrom("em", "p", "code", "a"), fc.array(tie("node"), { maxLength: 4 }))
      .map(([name, children]) => element(name, children)),
  ),
}));
const root = fc.array(node, { maxLength: 6 }).map((children): Root => ({ type: "root", children }));

it("the text of a post is what it was, whatever stands around its marks", () => {
  fc.assert(
    fc.property(root, (tree) => {
      expect(toString(withTypography(tree))).toBe(toString(tree));
    }),
  );
});

it("the tree that comes in stays as it is", () => {
  fc.assert(
    fc.property(root, (tree) => {
      const before = structuredClone(tree);
      withTypography(tree);
      expect(tree).toEqual(before);
    }),
  );
});
