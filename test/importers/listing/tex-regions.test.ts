import { describe, expect, it } from "vitest";
import { closersOf } from "../../../src/importers/listing/tex-closers.ts";
import { findRegions } from "../../../src/importers/listing/tex-regions.ts";
import { cpuClock } from "../../support/cpu-clock.ts";

/** Regions as `kind text` or `kind text + closer`. */
function regions(text: string): readonly string[] {
  return findRegions(text).map(({ kind, start, end, closer }) => {
    const found = `${kind} ${text.slice(start, end)}`;
    return closer === undefined ? found : `${found} + ${closer}`;
  });
}

describe("findRegions finds", () => {
  it.each([
    ["nothing", "圆与方", []],
    ["formulas in the line", "设$x$与 $ y $。", ["inline $x$", "inline $ y $"]],
    ["an escaped dollar as text", "价\\$5，$a=\\$5$。", ["inline $a=\\$5$"]],
    ["a double backslash before a formula", "甲\\\\$x$", ["inline $x$"]],
    ["no end inside braces", "$\\text{若$x$}$后", ["inline $\\text{若$x$}$"]],
    ["no end before a digit", "从$5涨到$10。", ["dollar $", "dollar $"]],
    ["no formula over two lines", "甲$a\n+b$乙", ["dollar $", "dollar $"]],
    ["displays", "得$$a=b$$\n$$\nc\n$$", ["display $$a=b$$", "display $$\nc\n$$"]],
    ["an escape in a display", "$$a\\$$$后", ["display $$a\\$$$"]],
    [
      "environments",
      "得\n\\begin{align*}a&=b\\\\\nc\\end{align*}\n后",
      ["display \\begin{align*}a&=b\\\\\nc\\end{align*}"],
    ],
    [
      "nested environments",
      "\\begin{array}\\begin{array}a\\end{array}\\begin{x}\\end{x}\\end{array}b",
      ["display \\begin{array}\\begin{array}a\\end{array}\\begin{x}\\end{x}\\end{array}"],
    ],
    [
      "references",
      "由\\eqref{eq:a_b}与\\ref{c}，\\refx，\\eqref{}",
      ["reference \\eqref{eq:a_b}", "reference \\ref{c}"],
    ],
    [
      "addresses",
      "见https://example.org/a_b?c=d*e，或（http://a.b/c）。",
      ["address https://example.org/a_b?c=d*e", "address http://a.b/c"],
    ],
    ["addresses without marks behind them", "See https://example.org/a_b.", ["address https://example.org/a_b"]],
    ["no environment in a line that only ends one", "甲\\end{align}", []],
  ])("%s", (_name, text, expected) => {
    expect(regions(text)).toEqual(expected);
  });
});

describe("findRegions closes", () => {
  it.each([
    ["a formula at the end", "设$x=\\frac{1}{2", ["inline $x=\\frac{1}{2 + }$"]],
    ["it before an ellipsis", "设$x=1……", ["inline $x=1 + $"]],
    ["it before three dots", "设 $x ...\n", ["dollar $"]],
    ["it before three dots at the very end", "设 $x ...", ["inline $x + $"]],
    ["no dollar with nothing behind it", "价 $…", ["dollar $"]],
    ["no dollars with nothing behind them", "价 $$", ["dollar $$"]],
    ["no dollar with a number behind it", "price: $10.50", ["dollar $"]],
    ["no dollar with words behind it", "共$5块钱", ["dollar $"]],
    ["a display", "得\n$$\\left(a", ["display $$\\left(a + \\right.$$"]],
    [
      "an environment",
      "得\\begin{equation}\\begin{pmatrix}a & b",
      ["display \\begin{equation}\\begin{pmatrix}a & b + \\end{pmatrix}\\end{equation}"],
    ],
    [
      "an environment whose end is of an inner one",
      "\\begin{array}\\begin{array}a\\end{array}",
      ["display \\begin{array}\\begin{array}a\\end{array} + \\end{array}"],
    ],
    ["a display before a line of text", "$$a\n  后文$b$。", ["display $$a + $$", "inline $b$"]],
    [
      "an environment before a line of text",
      "\\begin{align}a\nb\n后文$b$。",
      ["display \\begin{align}a\nb + \\end{align}", "inline $b$"],
    ],
    ["an environment after its end", "\\end{align}\\begin{align}a", ["display \\begin{align}a + \\end{align}"]],
  ])("%s", (_name, text, expected) => {
    expect(regions(text)).toEqual(expected);
  });
});

describe("closersOf", () => {
  it.each([
    ["$x", "$"],
    ["$$x", "$$"],
    ["\\begin{equation}", "\\end{equation}"],
    ["$\\frac{1}{\\sqrt{2", "}}$"],
    ["$\\left\\{ x", "\\right.$"],
    ["$\\left( x \\right) \\left[ y", "\\right.$"],
    ["$\\{ x \\}", "$"],
    ["$\\leftarrow \\rightarrow", "$"],
    ["$ x } y", "$"],
    ["$\\begin{cases} {a \\end{cases}", "}\\end{cases}$"],
    ["$a\\", " $"],
    ["$a\\\\", "$"],
  ])("of %j is %j", (tex, expected) => {
    expect(closersOf(tex)).toBe(expected);
  });
});

it("takes no time that grows with the square of the text", () => {
  const elapsedMs = cpuClock();
  for (const unit of ["$", "$$\n", "\\begin{align}", "$a{ ", "$a…", "\\begin{a}\n", "http://", "["])
    findRegions(unit.repeat(10_000));
  expect(elapsedMs()).toBeLessThan(1000);
});
