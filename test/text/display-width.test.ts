import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { caretLine, displayWidth } from "../../src/text/display-width.ts";

describe("displayWidth", () => {
  it.each([
    ["", 0],
    ["abc", 3],
    ["算筹", 4],
    ["（ａ）", 6],
    ["ｱ", 1],
    ["カナ한글ㄅ", 10],
    ["e\u0301", 1],
    ["a\u200bb\u00adc", 3],
    ["\u1100\u1161\u11a8", 2],
    ["𠀀", 2],
    ["😀", 2],
    ["👩‍🔬", 2],
    ["🇨🇳", 2],
    ["❤️", 2],
    ["❤", 1],
    ["“…”α", 4],
    ["\t\n", 0],
  ])("of %j is %i", (text, expected) => {
    expect(displayWidth(text)).toBe(expected);
  });

  it("is the same for usual text whether it is cut into clusters or not", () => {
    const usual = fc.string({ unit: fc.constantFrom(...Array.from("aZ 1~×αω—‘”…\u3000、〈一龥（～")), maxLength: 20 });
    // A soft hyphen takes no column, and is not usual.
    fc.assert(
      fc.property(usual, (text) => {
        expect(displayWidth(text)).toBe(displayWidth(`${text}\u00ad`));
      }),
    );
  });
});

describe("caretLine", () => {
  it.each([
    ["abc", 2, 1, " ^"],
    ["abc", 1, 3, "^^^"],
    ["设 $x$ 为", 3, 3, "\u3000 ^^^"],
    ["算筹算筹", 3, 1, "\u3000\u3000^^"],
    ["\tx = y", 6, 1, "\t    ^"],
    ["👩‍🔬 a", 7, 1, "\u3000 ^"],
    ["e\u0301x", 3, 1, " ^"],
    ["abc", 3, 10, "  ^"],
    ["abc", 4, 1, "   ^"],
    ["abc", 9, 1, "   ^"],
    ["abc", 2, 0, " ^"],
    ["", 1, 5, "^"],
  ])("under %j at %i for %i", (line, column, length, expected) => {
    expect(caretLine(line, column, length)).toBe(expected);
  });

  it("ends where the marked text ends, in columns", () => {
    const line = fc.string({ unit: fc.constantFrom("a", "算", "（", " ", "x", "é"), minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(line, fc.nat(39), fc.integer({ min: 1, max: 40 }), (text, at, length) => {
        const column = (at % text.length) + 1;
        const carets = caretLine(text, column, length);
        expect(displayWidth(carets)).toBe(displayWidth(text.slice(0, column - 1 + length)));
        expect(carets).toMatch(/^[ \u3000]*\^+$/);
      }),
    );
  });
});
