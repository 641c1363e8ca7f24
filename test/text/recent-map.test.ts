import { expect, it } from "vitest";
import { recentMap } from "../../src/text/recent-map.ts";

it("recentMap forgets what was set first when the values are too large together", () => {
  const map = recentMap<string>(5, ({ length }) => length);
  for (const key of ["aa", "bb", "aa", "cc"]) map.set(key, key);
  expect(["aa", "bb", "cc"].map(map.get)).toEqual([undefined, "bb", "cc"]);
  map.set("bb", "b");
  map.set("dd", "dd");
  expect(["bb", "cc", "dd"].map(map.get)).toEqual(["b", "cc", "dd"]);
  map.clear();
  expect(map.get("dd")).toBeUndefined();
});
