import { expect, it } from "vitest";
import { countOf } from "../../src/text/count-of.ts";

it.each([
  [0, "0 posts"],
  [1, "1 post"],
  [1204, "1,204 posts"],
])("says of %d that there are %j", (n, expected) => {
  expect(countOf(n, "post")).toBe(expected);
});
