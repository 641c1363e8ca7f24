import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { lineIndex } from "../../src/text/line-index.ts";

describe("lineIndex", () => {
  const index = lineIndex("甲乙\n\nc d\n");

  it.each([
    [0, 1, 1],
    [2, 1, 3],
    [3, 2, 1],
    [4, 3, 1],
    [6, 3, 3],
    [8, 4, 1],
  ])("has offset %i at %i:%i", (offset, line, column) => {
    expect(index.pointAt(offset)).toEqual({ line, column, offset });
  });

  it("keeps offsets outside of the text at its ends", () => {
    expect(index.pointAt(-5)).toEqual({ line: 1, column: 1, offset: 0 });
    expect(index.pointAt(99)).toEqual({ line: 4, column: 1, offset: 8 });
  });

  it("gives lines without line ends", () => {
    expect([0, 1, 2, 3, 4, 5].map((line) => index.lineText(line))).toEqual(["", "甲乙", "", "c d", "", ""]);
  });

  it("agrees with counting newlines", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "\n", "算", "😀") }), fc.nat(60), (text, at) => {
        const offset = Math.min(at, text.length);
        const before = text.slice(0, offset).split("\n");
        const index = lineIndex(text);
        expect(index.pointAt(offset)).toEqual({
          line: before.length,
          column: (before.at(-1)?.length ?? 0) + 1,
          offset,
        });
        expect(index.lineText(before.length)).toBe(text.split("\n")[before.length - 1]);
      }),
    );
  });
});
