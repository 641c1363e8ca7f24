import { expect, test } from "vitest";
import { parseMarkdown } from "../../../src/parse/math-syntax/parse-markdown.ts";
import { readCases } from "../../support/cases.ts";
import { outline } from "./outline.ts";

for (const { name, input, expected, info } of readCases(new URL("../../cases/math/tokenising.md", import.meta.url))) {
  test(name, () => {
    const environments = info.filter((word) => word.startsWith("env=")).map((word) => word.slice(4));
    const parsed = parseMarkdown(input, {
      math: !info.includes("off"),
      brackets: info.includes("brackets"),
      environments,
    });
    expect(outline(parsed, info.includes("positions"))).toBe(expected);
  });
}
