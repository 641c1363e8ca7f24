import { expect, it } from "vitest";
import { isClosing, isOpening, squeezes } from "../../src/text/punctuation.ts";

it.each(["。”", "》（", "：“", "”。", "（“", "·《", "》·", "。\u3000", "，“"])("%s has a blank too many", (pair) => {
  const [first = "", second = ""] = pair;
  expect(squeezes(first, second)).toBe(true);
});

it.each(["文（", "）文", "（）", "“”", "！”", "？（", "……", "——", "a(", "(（", "··", "。 "])("%s stays", (pair) => {
  const [first = "", second = ""] = pair;
  expect(squeezes(first, second)).toBe(false);
});

it("marks may not be parted from the formula that they open or close", () => {
  expect(Array.from("（“《(「").every(isOpening)).toBe(true);
  expect(Array.from("）。，”、？%").every(isClosing)).toBe(true);
  expect(Array.from("文a—… ").some((one) => isOpening(one) || isClosing(one))).toBe(false);
  expect(isClosing("")).toBe(false);
});
