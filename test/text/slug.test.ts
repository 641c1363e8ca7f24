import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { slug } from "../../src/text/slug.ts";
import { anyText } from "./any-text.ts";

describe("slug", () => {
  it.each([
    ["旋转与复数（二）：单位圆", "旋转与复数-二-单位圆"],
    ["  Hello,  World! ", "hello-world"],
    ["ＬａＴｅＸ　１２", "latex-12"],
    ["C++ 与 C#", "c-与-c"],
    ["Größe – ДОМ", "größe-дом"],
    ["e\u0301te\u0301", "été"],
    ["हिन्दी", "हिन्दी"],
    ["零\u200b宽\ufeff", "零宽"],
    ["../../etc", "etc"],
    [".", "u2e"],
    ["..", "u2e-2e"],
    ["！？", "u21-3f"],
    ["😀", "u1f600"],
    ["\ud800", "ud800"],
    ["", "u"],
    ["con", "con-1"],
    ["LPT1", "lpt1-1"],
    ["constructor", "constructor-1"],
    ["prototype", "prototype-1"],
  ])("of %j is %j", (text, expected) => {
    expect(slug(text)).toBe(expected);
  });

  it("cuts long texts and keeps them apart", () => {
    const a = slug(`${"长".repeat(100)}甲`);
    const b = slug(`${"长".repeat(100)}乙`);
    expect(a).toMatch(/^长{71}-[0-9a-f]{8}$/);
    expect(a).not.toBe(b);
    expect(slug("长".repeat(80))).toBe("长".repeat(80));
  });

  it("does not double the hyphen before the hash", () => {
    expect(slug(`${"a".repeat(70)} ${"b".repeat(40)}`)).toMatch(/^a{70}-[0-9a-f]{8}$/);
  });

  it("is a safe segment, bounded and idempotent for any text", () => {
    fc.assert(
      fc.property(anyText(120), (one) => {
        const name = slug(one);
        expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:-[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*$/u);
        expect(Array.from(name).length).toBeLessThanOrEqual(80);
        expect(slug(name)).toBe(name);
      }),
      { numRuns: 500 },
    );
  });
});
