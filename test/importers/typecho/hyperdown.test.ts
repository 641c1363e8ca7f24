import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { texOf, findFormulas } from "../../../src/importers/math/find-formulas.ts";
import { fromHyperDown, halveEnvironments } from "../../../src/importers/typecho/hyperdown/from-hyperdown.ts";
import { cpuClock } from "../../support/cpu-clock.ts";
import { readCases } from "../../support/cases.ts";

const convert = (text: string) => fromHyperDown(halveEnvironments(text));

describe("Markdown for HyperDown", () => {
  for (const { name, input, expected } of readCases(new URL("../../cases/importing/hyperdown.md", import.meta.url)))
    test(name, () => {
      expect(convert(input).markdown).toBe(expected);
    });

  it("names what Markdown does not have", () => {
    expect(convert("|a|b|\n|--|--|\n|c||").leftOut).toEqual([
      "cells of a table over several columns, which Markdown does not have",
    ]);
  });

  it("keeps every byte of formulas, whatever stands around them", () => {
    const piece = fc.constantFrom(
      "$a_b*c$",
      "$$x\\\\\ny_1$$",
      "\\begin{align}a_1&=b\\\\\nc\\end{align}",
      "_甲_",
      "**",
      "\\",
      "\n",
      "\n\n",
      "> ",
      "- ",
      "    ",
      "`a`",
      "#",
      "|",
      "---",
      "<b>",
      "[^a]",
      "](",
      "http://a.example",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const source = pieces.join(" ");
        const formulas = (text: string) => texOf(findFormulas(text, { brackets: false })).toSorted();
        // Code holds no formulas, and what is code is not asked here.
        fc.pre(!/^ {4}|`/m.test(source));
        const before = formulas(source).map((tex) => tex.replace(/\n[> ]*/g, "\n"));
        const after = formulas(convert(source).markdown).map((tex) => tex.replace(/\n[> ]*/g, "\n"));
        expect(after).toEqual(before);
      }),
    );
  });

  it.each([
    "[^".repeat(20_000),
    "*".repeat(50_000),
    "_".repeat(50_000),
    "`".repeat(50_000),
    "> ".repeat(500),
    "\\".repeat(50_001),
    "](".repeat(20_000),
    "<a ".repeat(20_000),
    "|-".repeat(30_000),
  ])("takes a bounded time for hostile text", (text) => {
    const cpu = cpuClock();
    convert(text);
    expect(cpu()).toBeLessThan(3000);
  });
});
