import { expect, it } from "vitest";
import { groupDigits } from "../../src/text/group-digits.ts";

it.each([
  [0, "0"],
  [999, "999"],
  [1000, "1,000"],
  [81_602, "81,602"],
  [1_234_567, "1,234,567"],
  [-1234, "-1,234"],
])("groups the digits of %d as %j", (n, expected) => {
  expect(groupDigits(n)).toBe(expected);
});
