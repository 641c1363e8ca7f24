import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { editDistance, nearest } from "../../src/text/edit-distance.ts";

describe("editDistance", () => {
  it.each([
    ["", "", 3, 0],
    ["feeds", "feeds", 0, 0],
    ["limt", "limit", 3, 1],
    ["limit", "limt", 3, 1],
    ["titel", "title", 3, 1],
    ["ab", "ba", 1, 1],
    ["ca", "abc", 3, 3],
    ["kitten", "sitting", 3, 3],
    ["kitten", "sitting", 2, 3],
    ["abc", "", 2, 3],
    ["abcdef", "uvwxyz", 2, 3],
    ["注意力", "注意刀", 2, 1],
    ["𝐚b", "𝐛b", 2, 1],
    ["a", "b", 0, 1],
  ])("%j to %j within %i is %i", (a, b, limit, expected) => {
    expect(editDistance(a, b, limit)).toBe(expected);
  });

  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });

  it("is what the whole table gives, up to the limit", () => {
    fc.assert(
      fc.property(word, word, fc.nat(6), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(fullTable(a, b), limit + 1));
      }),
      { numRuns: 2000 },
    );
  });

  it("is quick for long words", () => {
    expect(editDistance("a".repeat(20_000), "b".repeat(20_000), 3)).toBe(4);
  });
});

/** The textbook recurrence, without band and limit. */
function fullTable(a: string, b: string): number {
  const cost = new Map<string, number>();
  const at = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const known = cost.get(`${i},${j}`);
    if (known !== undefined) return known;
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    const value = Math.min(
      at(i - 1, j) + 1,
      at(i, j - 1) + 1,
      at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
      swapped ? at(i - 2, j - 2) + 1 : Infinity,
    );
    cost.set(`${i},${j}`, value);
    return value;
  };
  return at(a.length, b.length);
}

describe("nearest", () => {
  it.each([
    ["limt", ["title", "limit", "base"], 3, "limit"],
    ["base", ["bass", "base"], 3, "base"],
    ["base", ["case", "vase"], 3, "case"],
    ["base", ["navigation"], 3, undefined],
    ["base", [], 3, undefined],
  ])("to %j in %j within %i is %j", (one, candidates, limit, expected) => {
    expect(nearest(one, candidates, limit)).toBe(expected);
  });
});
