import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findFormulas } from "../../../src/importers/math/find-formulas.ts";
import { cpuClock } from "../../support/cpu-clock.ts";

const found = (text: string, brackets = true) =>
  findFormulas(text, { brackets }).map(({ kind, tex }) => `${kind} ${tex}`);

describe("findFormulas", () => {
  it.each([
    ["由$x$得$y_{\\text{$z$}}$", ["inline x", "inline y_{\\text{$z$}}"]],
    ["$$a$$与\n$$\nb\n\n$$", ["display a", "display \nb\n\n"]],
    ["\\(a\\)和\\[b\\]", ["inline a", "display b"]],
    [
      "设\\begin{equation}a\\begin{array}{c}b\\end{array}\\end{equation}得",
      ["environment \\begin{equation}a\\begin{array}{c}b\\end{array}\\end{equation}"],
    ],
    [
      "\\begin{align}\\begin{align}x\\end{align}\\end{align}",
      ["environment \\begin{align}\\begin{align}x\\end{align}\\end{align}"],
    ],
    ["由\\eqref{eq:a}和\\ref{b}", ["reference \\eqref{eq:a}", "reference \\ref{b}"]],
    ["$a$$b$", ["inline a", "inline b"]],
    ["$a\nb$", ["inline a\nb"]],
  ])("finds %j", (text, formulas) => {
    expect(found(text)).toEqual(formulas);
  });

  it.each(["\\$a$", "$a\n\n b$", "价格5$", "$ $", "$$ $$", "\\begin{align}a", "$$a", "\\(a", "a}$"])(
    "finds nothing in %j",
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

  it("leaves brackets alone in Markdown", () => {
    expect(found("\\(a\\) \\[b\\]", false)).toEqual([]);
  });

  it("gives ranges in order that hold their TeX, for any text", () => {
    const part = fc.constantFrom(
      "$",
      "$$",
      "\\",
      "{",
      "}",
      "\\(",
      "\\)",
      "\\[",
      "\\]",
      "\\begin{a}",
      "\\end{a}",
      "x",
      "\n",
      "甲",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const text = parts.join("");
        let at = 0;
        for (const { start, end, tex } of findFormulas(text, { brackets: true })) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(start, end)).toContain(tex);
          at = end;
        }
      }),
    );
  });

  it.each(["$", "$$", "\\begin{a}", "\\(", "${", "$\n\n"])("is quick for many of %j", (part) => {
    const elapsedMs = cpuClock();
    findFormulas(part.repeat(20_000), { brackets: true });
    expect(elapsedMs()).toBeLessThan(3000);
  });
});
