import { describe, expect, it } from "vitest";
import { plainImageTexts, plainMath } from "../../../src/parse/markdown/plain-math.ts";
import { parseMarkdown } from "../../../src/parse/math-syntax/parse-markdown.ts";

describe("a text without markup", () => {
  it.each([
    ["没有公式", "没有公式"],
    ["模型$f_\\theta(x)$的$\\frac{a}{2}$", "模型f_θ(x)的a/2"],
    ["从$5涨到$10", "从$5涨到$10"],
    ["\\$5", "$5"],
  ])("%s → %s", (text, expected) => {
    expect(plainMath(text)).toBe(expected);
  });
});

describe("the alternative text of a picture", () => {
  it.each([
    ["![分布$p(x_i)$的图](a.png)", "分布p(xᵢ)的图"],
    ["![$\\alpha$][a]\n\n[a]: a.png", "α"],
    ["![](a.png)", ""],
  ])("%s → “%s”", (source, expected) => {
    const { tree } = parseMarkdown(source);
    plainImageTexts(tree);
    expect(tree.children[0]).toMatchObject({ children: [{ alt: expected }] });
  });
});
