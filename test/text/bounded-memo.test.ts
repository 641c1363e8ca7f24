import { expect, it } from "vitest";
import { boundedMemo } from "../../src/text/bounded-memo.ts";

it("boundedMemo forgets the oldest results when they are too large together", async () => {
  const made: string[] = [];
  const memo = boundedMemo<string, string>(5, ({ length }) => length);
  const get = (key: string) =>
    memo.get(key, () => {
      made.push(key);
      return Promise.resolve(key);
    });
  for (const key of ["aa", "bb", "aa", "cc", "bb", "aa"]) expect(await get(key)).toBe(key);
  expect(made).toEqual(["aa", "bb", "cc", "aa"]);
  memo.clear();
  await get("cc");
  expect(made.at(-1)).toBe("cc");
});
