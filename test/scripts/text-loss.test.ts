import { describe, expect, it } from "vitest";
import { compareText } from "../../scripts/text-loss.ts";
import { sha256 } from "../../src/host/hash.ts";
import type { SourcePath } from "../../src/model/brand.ts";
import { readCases } from "../support/cases.ts";

function compare(text: string) {
  return compareText({ path: "a.md" as SourcePath, text, hash: sha256(text) });
}

describe("comparing the text of a page with its source", () => {
  it.each([
    ["a formula between hanzi", "设$x_1*y_1$和$z$。", 3, 2],
    ["a bare environment in a paragraph", "于是\n\\begin{equation}\na_1\n- b\n\\end{equation}\n可知\\eqref{a}", 4, 2],
    [
      "formulas in quotes, lists, tables and notes",
      "> $$\n> a\n> $$\n\n- $b$\n\n|a|b|\n|-|-|\n|$|x|$|y|\n\n[^1]\n\n[^1]: 注$c$",
      5,
      4,
    ],
    [
      "notes in another order, in lists, with two marks",
      "- 甲[^b]\n\n乙[^c]丙[^a]丁[^c]\n\n[^a]: 子\n[^b]: 丑\n[^c]: 寅[^d]\n[^d]: 卯",
      13,
      0,
    ],
    ["a picture with words of its own", '一\n\n![二](/a.png)\n\n![三](/a.png "四")', 1, 0],
    ["tags that are no HTML", "类型`a`是vector<int>，记号<eos>", 23, 0],
    ["a note that nothing refers to", "文\n\n[^1]: 注$c$", 1, 0],
    ["a title that is the first heading", "# 题\n\n文", 1, 0],
    ["a heading whose identifier holds a bracket", "文\n\n## 甲<eos>乙", 8, 0],
    ["HTML with comments and scripts", "一<!-- 注 --><b>二</b>\n\n<script>三</script>\n\n<div>\n四\n</div>", 3, 0],
  ])("finds %s whole", (_what, text, characters, formulas) => {
    expect(compare(text)).toEqual({ characters, formulas });
  });

  it("finds every example of the manual of writing formulas whole", () => {
    for (const { name, input } of readCases(new URL("../cases/math/tokenising.md", import.meta.url))) {
      expect(compare(input).difference, name).toBeUndefined();
    }
  });
});
