import { describe, expect, it, test } from "vitest";
import fc from "fast-check";
import { normaliseTex } from "../../../src/text/search/normalise-tex.ts";
import { printTex, readTokens } from "../../../src/text/search/tex-tokens.ts";
import { readCases } from "../../support/cases.ts";

const macros = {
  "\\dd": "\\mathrm{d}",
  "\\E": "\\mathbb{E}",
  "\\again": "\\again",
  "\\norm": "\\lVert #1 \\rVert",
};

describe("the normal form of a formula", () => {
  for (const { name, input, expected } of readCases(new URL("../../cases/search/normal-form.md", import.meta.url))) {
    test(name, () => {
      expect(printTex(normaliseTex(input, macros))).toBe(expected);
    });
  }

  const tex = fc.string({
    unit: fc.constantFrom(
      ...Array.from("{}^_\\abT&%$'| \n.[*"),
      "\\mathrm",
      "\\prime",
      "\\left",
      "\\begin{array}",
      "\\tag",
    ),
  });

  it("of a normal form is itself when it is read again", () => {
    fc.assert(
      fc.property(tex, (text) => {
        const tokens = normaliseTex(text).map((one) => one.text);
        expect(readTokens(printTex(normaliseTex(text))).join(" ")).toBe(tokens.join(" "));
      }),
    );
  });

  it("points into the formula as it was written", () => {
    const written = "\\left( \\mathrm{d}x \\leqslant y^{\\prime} \\right)";
    expect(normaliseTex(written).map(({ text, start, end }) => [text, written.slice(start, end)])).toEqual([
      ["(", "("],
      ["d", "d"],
      ["x", "x"],
      ["\\le", "\\leqslant"],
      ["y", "y"],
      ["'", "\\prime"],
      [")", ")"],
    ]);
  });
});
