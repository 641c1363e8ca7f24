import { expect, it } from "vitest";
import type { Template } from "../../src/model/brand.ts";
import { titlePieces } from "../../src/text/title-pieces.ts";

it("titlePieces parts text and formulas", () => {
  const title =
    '为什么是<x-formula n="0"></x-formula><x-formula n="1"></x-formula><span class="nb">（3 &#x26; 4）</span>';
  expect(titlePieces(title as Template, (index) => `a_${index}`)).toEqual([
    { kind: "text", value: "为什么是" },
    { kind: "math", value: "a_0" },
    { kind: "math", value: "a_1" },
    { kind: "text", value: "（3 & 4）" },
  ]);
});
