import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sentenceAround } from "../../src/text/sentence.ts";

/** The sentence around 〔…〕; `$…$` is masked as a formula is. */
function around(marked: string): string {
  const start = marked.indexOf("〔");
  const text = marked.replace(/[〔〕]/g, "");
  const masked = text.replace(/\$[^$]*\$/g, (tex) => "\ufffc".repeat(tex.length));
  return sentenceAround(text, masked, { start, end: marked.indexOf("〕") - 1 });
}

describe("sentenceAround", () => {
  it.each([
    ["前一句。见〔上一篇〕的结论。后一句。", "见上一篇的结论。"],
    ["〔上一篇〕说过", "上一篇说过"],
    ["他说：“是吗？”于是〔有了〕！再说。", "于是有了！"],
    ["First one. See 〔the post〕 here. Last.", "See the post here."],
    ["取$n!$，如〔此文〕所示；余略。", "取$n!$，如此文所示；"],
    ["甲\n乙〔丙〕\n丁", "乙丙"],
    ["见〔两句。都在〕里面。完。", "见两句。都在里面。"],
  ])("%s", (marked, sentence) => {
    expect(around(marked)).toBe(sentence);
  });

  it.each([
    [`${"前".repeat(100)}〔中〕${"后".repeat(100)}。`, `…${"前".repeat(54)}中${"后".repeat(54)}…`],
    [`${"前".repeat(10)}〔中〕${"后".repeat(200)}。`, `${"前".repeat(10)}中${"后".repeat(99)}…`],
    [`${"前".repeat(200)}〔中〕后。`, `…${"前".repeat(107)}中后。`],
    [
      `${"前".repeat(30)}〔${"中".repeat(200)}〕${"后".repeat(30)}`,
      `…${"前".repeat(10)}${"中".repeat(200)}${"后".repeat(10)}…`,
    ],
  ])("cuts a long sentence around the range", (marked, sentence) => {
    expect(around(marked)).toBe(sentence);
  });

  it("always holds the range", () => {
    const text = fc.stringMatching(/^[甲乙。！ .\n]{0,40}$/);
    fc.assert(
      fc.property(text, text, (before, after) => {
        const whole = `${before}题目${after}`;
        const range = { start: before.length, end: before.length + 2 };
        expect(sentenceAround(whole, whole, range)).toContain("题目");
      }),
    );
  });
});
