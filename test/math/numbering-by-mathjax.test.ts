import { describe, expect, test } from "vitest";
import { printNumbers } from "../../scripts/oracle/print-numbers.ts";
import { formulasOf, ourNumbers } from "../../scripts/oracle/our-numbers.ts";
import { readCases } from "../support/cases.ts";

describe("numbers are those of MathJax", () => {
  for (const { name, input, expected } of readCases(
    new URL("../cases/math/numbering-by-mathjax.md", import.meta.url),
  )) {
    test(name, () => {
      expect(
        ourNumbers(formulasOf(input))
          .map((one) => printNumbers(one))
          .join("\n"),
      ).toBe(expected);
    });
  }
});
