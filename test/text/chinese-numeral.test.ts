import { describe, expect, it } from "vitest";
import { parseChineseNumeral, toChineseNumeral } from "../../src/text/chinese-numeral.ts";

describe("parseChineseNumeral", () => {
  it.each([
    ["一", 1],
    ["十", 10],
    ["十七", 17],
    ["二十", 20],
    ["二十四", 24],
    ["九十九", 99],
    ["两", 2],
    ["〇", 0],
    ["零", 0],
    ["廿", 20],
    ["廿五", 25],
    ["卅", 30],
    ["卅一", 31],
    ["二〇", 20],
    ["一七", 17],
    ["7", 7],
    ["017", 17],
    ["１７", 17],
    ["2024", 2024],
    ["20240", undefined],
    ["", undefined],
    ["百", undefined],
    ["一百", undefined],
    ["十十", undefined],
    ["十〇", undefined],
    ["一二三", undefined],
    ["1.5", undefined],
    ["-1", undefined],
    ["甲", undefined],
  ])("of %j is %j", (text, expected) => {
    expect(parseChineseNumeral(text)).toBe(expected);
  });
});

describe("toChineseNumeral", () => {
  it.each([
    [0, "〇"],
    [3, "三"],
    [10, "十"],
    [12, "十二"],
    [20, "二十"],
    [99, "九十九"],
    [100, "100"],
    [-1, "-1"],
    [1.5, "1.5"],
  ])("of %d is %j", (n, expected) => {
    expect(toChineseNumeral(n)).toBe(expected);
  });

  it("is read back, 0 to 99", () => {
    for (let n = 0; n <= 99; n += 1) expect(parseChineseNumeral(toChineseNumeral(n))).toBe(n);
  });
});
