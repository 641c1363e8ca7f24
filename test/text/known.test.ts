import { expect, it } from "vitest";
import { itemAt, known } from "../../src/text/known.ts";

it("gives the value of a key that is there, and throws for one that is not", () => {
  const map = new Map([["甲", 0]]);
  expect(known(map, "甲")).toBe(0);
  expect(() => known(map, "乙")).toThrow("“乙” is not among the keys");
});

it("gives the item of an index that is there, and throws for one that is not", () => {
  expect(itemAt(["甲", "乙"], 1)).toBe("乙");
  expect(() => itemAt(["甲"], 1)).toThrow("there is no item 1 of 1");
});
