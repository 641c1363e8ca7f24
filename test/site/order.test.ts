import { expect, it } from "vitest";
import { compare } from "../../src/site/order.ts";

it("compares by code units, the same on every machine", () => {
  expect([compare("a", "b"), compare("b", "a"), compare("a", "a"), compare("Z", "a")]).toEqual([-1, 1, 0, -1]);
});
