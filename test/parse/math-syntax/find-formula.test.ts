import { describe, expect, test } from "vitest";
import { findFlowFormula, findTextFormula } from "../../../src/parse/math-syntax/find-formula.ts";
import { mathSource } from "../../../src/parse/math-syntax/math-source.ts";

/** TeX of the block formula at the first `$$`, `\[` or `\begin`. */
function flow(text: string): string | undefined {
  const range = findFlowFormula(mathSource(text, { brackets: true }), text.search(/\$\$|\\\[|\\begin/));
  return range && text.slice(range.valueStart, range.valueEnd);
}

/** TeX of the formula in a paragraph at the first delimiter. */
function inline(text: string): string | undefined {
  const range = findTextFormula(mathSource(text, { brackets: true }), text.search(/\$|\\[([b]/), -1);
  return range && text.slice(range.valueStart, range.valueEnd);
}

describe("block formulas", () => {
  test.each([
    ["$$a$$", "a"],
    ["$$a$$ \t", "a"],
    ["$$a$$ {#eq:b} ", "a"],
    ["$$\na\n$$\n后", "\na\n"],
    ["$$ \na\n\nb\n $$", " \na\n\nb\n "],
    ["> $$\n> a\n>\n> b\n> $$", "\n> a\n>\n> b\n> "],
    ["$$\n\\$$ a\n$$", "\n\\$$ a\n"],
    ["\\[\na\n\\]", "\na\n"],
    ["\\begin{cases}\n# b\n\n\\end{cases}", "\\begin{cases}\n# b\n\n\\end{cases}"],
    [`${"> ".repeat(12)}$$\n${"> ".repeat(12)}a$$`, `\n${"> ".repeat(12)}a`],
  ])("%j is read", (text, tex) => expect(flow(text)).toBe(tex));

  test.each([
    ["$$a$$ b"],
    ["$$a$$ {#fig:b}"],
    ["$$a"],
    ["$$$\na\n$$$"],
    ["$$a$$$$b$$"],
    ["$$a\n\nb$$"],
    ["$$\na\n\nb$$"],
    ["$$\na\n# h\n$$"],
    ["$$\na\n```\n$$"],
    ["$$\na\n~~~ js\n$$"],
    ["> $$\n> a\n> # h\n> $$"],
    ["\\begin{align}\n```\n\\end{align}\n```"],
    ["\\begin{align}\na"],
    ["\\begin{align}\na\\end{align*}"],
    [`\\begin{align}${"a".repeat(20_001)}\\end{align}`],
    ["\\[\na"],
  ])("%j is refused", (text) => expect(flow(text)).toBeUndefined());

  test("a quote's own blank line is one inside the quote only", () => {
    expect(flow("> $$a\n>\n> b$$")).toBeUndefined();
    expect(flow("$$a\n>\nb$$")).toBe("a\n>\nb");
  });
});

describe("formulas in a paragraph", () => {
  test.each([
    ["$a$", "a"],
    ["$a$5$", "a$5"],
    ["$\\{a$", "\\{a"],
    ["$a\\\\$", "a\\\\"],
    ["${$}$", "{$}"],
    ["$}a$", "}a"],
    ["${a}}{$}$", "{a}}{$}"],
    ["$$a{$$}$$", "a{$$}"],
    ["\\(a{\\)}\\)", "a{\\)}"],
    ["\\[a\\]", "a"],
    [
      "\\begin{split}a\\begin{split}b\\end{split}\\end{split}",
      "\\begin{split}a\\begin{split}b\\end{split}\\end{split}",
    ],
    ["50% \\begin{math}a\\end{math}", "\\begin{math}a\\end{math}"],
    ["\\begin{math}a %\\end{math}\n\\end{math}", "\\begin{math}a %\\end{math}\n\\end{math}"],
    ["\\begin{math}a %\\begin{math}\n\\end{math}", "\\begin{math}a %\\begin{math}\n\\end{math}"],
    ["\\begin{math}a\\% %% \\end{math}\n\\end{math}", "\\begin{math}a\\% %% \\end{math}\n\\end{math}"],
  ])("%j is read", (text, tex) => expect(inline(text)).toBe(tex));

  test.each([["$a"], ["$ $"], ["$a$5"], ["${a$"], ["$$"], ["$$a{$$"], ["\\(a"], ["\\begin{foo}\\end{foo}"], ["$$$a$"]])(
    "%j is refused",
    (text) => expect(inline(text)).toBeUndefined(),
  );

  test("after an unclosed environment and a blank line a percent sign hides nothing", () => {
    const text = "\\begin{math}\n\n50% \\begin{math}a\\end{math}";
    expect(mathSource(text).marks.environments.has(text.lastIndexOf("\\begin"))).toBe(true);
  });
});
