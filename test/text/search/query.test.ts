import { describe, expect, it } from "vitest";
import { readQuery } from "../../../src/text/search/query.ts";

describe("a query", () => {
  it.each([
    ["概率流", ["概率流"], []],
    ["  概率  流 ", ["概率", "流"], []],
    ["score matching", ["score matching"], []],
    ["softmax 温度 temperature two", ["softmax", "温度", "temperature two"], []],
    ['"概率 流" ODE', ["概率 流", "ODE"], []],
    ['"还没有写完', ["还没有写完"], []],
    [String.raw`概率流 $\nabla\log p_t$`, ["概率流"], [String.raw`\nabla\log p_t`]],
    ["设$p$为素数", ["设\ufffc为素数"], ["p"]],
    ["$$x^2$$ $y$", [], ["x^2", "y"]],
    ["$x^2 + ", [], ["x^2 +"]],
    ["$ $", [], []],
    ["，。", [], []],
    ["", [], []],
  ] as const)("%j is words and formulas", (text, phrases, formulas) => {
    expect(readQuery(text)).toEqual({ phrases, formulas });
  });

  it.each([String.raw`\frac{1}{2}`, "p_t", "x^{2}", "f(x)^2", "a_{ij}"])("%s is TeX without dollars", (tex) => {
    expect(readQuery(tex)).toEqual({ phrases: [], formulas: [tex] });
  });

  it("is TeX only where it looks so", () => {
    expect(readQuery(String.raw`求\nabla\log p_t的期望`)).toEqual({
      phrases: ["求\ufffc的期望"],
      formulas: [String.raw`\nabla\log p_t`],
    });
    for (const words of ["log_softmax", "C++", "a/b", "x=1"]) expect(readQuery(words).formulas).toEqual([]);
  });
});
