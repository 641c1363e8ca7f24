import { describe, expect, it } from "vitest";
import { compareNumbers } from "../../../scripts/oracle/compare-numbers.ts";
import { fuzzFormulas } from "../../../scripts/oracle/fuzz-formulas.ts";
import { mathjaxNumbers } from "../../../scripts/oracle/mathjax-numbers.ts";
import { ourNumbers, type OracleFormula } from "../../../scripts/oracle/our-numbers.ts";

function differences(formulas: readonly OracleFormula[]) {
  return compareNumbers(formulas, ourNumbers(formulas), mathjaxNumbers(formulas));
}

describe("formulas made by chance", () => {
  it.each([12, 14])("have MathJax's numbers, from seed %i", (seed) => {
    const found = fuzzFormulas(seed, 500).flatMap((formula) => differences([formula]));
    expect(found.filter(({ reason }) => reason === undefined)).toEqual([]);
    expect(found.length).toBeGreaterThan(0);
  });
});

describe("the comparison", () => {
  it("sees a wrong number, a wrong row and a wrong label", () => {
    const formulas = [{ tex: "\\begin{align}a\\\\b\\label{x}\\end{align}", display: true }];
    const [theirs] = mathjaxNumbers(formulas);
    const [ours] = ourNumbers(formulas);
    if (!ours || !theirs) throw new Error("no numbers");
    const [first] = ours.rows;
    if (!first) throw new Error("no rows");
    for (const wrong of [
      { ...ours, rows: [{ ...first, shown: "(7)" }, ...ours.rows.slice(1)] },
      { ...ours, rows: [{ ...first, row: 5 }, ...ours.rows.slice(1)] },
      { ...ours, rows: ours.rows.slice(1) },
      { ...ours, labels: new Map([["x", "1"]]) },
      { ...ours, labels: new Map() },
    ]) {
      expect(compareNumbers(formulas, [wrong], [theirs])).toMatchObject([{ index: 0 }]);
    }
    expect(compareNumbers(formulas, [ours], [theirs])).toEqual([]);
  });

  it("goes on counting behind a formula that MathJax refuses", () => {
    const environment = (body: string) => ({ tex: `\\begin{align}${body}\\end{align}`, display: true });
    const found = differences([environment("a"), environment("b\\label{x}\\label{y}"), environment("c\\label{z}")]);
    expect(found).toMatchObject([{ index: 1, reason: "two labels in a row: MathJax draws an error, we keep both" }]);
  });
});
