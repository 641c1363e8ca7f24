import { expect, it } from "vitest";
import { known } from "../../src/text/known.ts";

it("gives the value of a key that is there, and throws for one that is not", () => {
  const map = new Map([["甲", 0]]);
  expect(known(map, "甲")).toBe(0);
  expect(() => known(map, "乙")).toThrow("“乙” is not among the keys");
});
