import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PostId, SeriesId } from "../../src/model/brand.ts";
import { findRelated, rememberRelated } from "../../src/site/related.ts";
import { summary } from "../support/summary.ts";

/** Related posts of each post, given their words and series. */
function related(posts: Readonly<Record<string, string>>, series: Readonly<Record<string, string>> = {}) {
  const summaries = Object.entries(posts).map(([title, words]) =>
    summary({ title, terms: words.split(" ").map((word, index) => [word, 1 + (index === 0 ? 1 : 0)] as const) }),
  );
  const seriesOf = new Map(Object.entries(series).map(([id, name]) => [id as PostId, name as SeriesId]));
  return Object.fromEntries(findRelated({ posts: summaries, seriesOf }));
}

const filler = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`f${index}`, `独${index} 特${index}`]));

describe("findRelated", () => {
  it("puts first what shares the most", () => {
    const found = related({ a: "梯度 下降 动量", b: "梯度 别的", c: "梯度 下降 动量", d: "无关", ...filler });
    expect(found["a"]).toEqual(["c", "b"]);
    expect(found["d"]).toEqual([]);
  });

  it("leaves out the post's own series", () => {
    const posts = { a: "梯度 下降", b: "梯度 下降", c: "梯度 下降", ...filler };
    expect(related(posts, { a: "s", b: "s", c: "t" })).toMatchObject({ a: ["c"], b: ["c"], c: ["a", "b"] });
  });

  it("does not count words that most posts have", () => {
    const posts = { a: "梯度", b: "梯度", c: "梯度", d: "梯度" };
    expect(related(posts)["a"]).toEqual([]);
  });

  it("names at most ten", () => {
    const posts = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`p${index}`, "梯度 下降"]));
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`f${index}`, `独${index}`]));
    expect(related({ ...posts, ...many })["p0"]).toEqual(["p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9", "p10"]);
  });

  it("never names a post itself, and is plain data", () => {
    const word = fc.constantFrom("甲", "乙", "丙", "丁", "戊");
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 5 }), { maxLength: 8 }), (lists) => {
        const found = related(Object.fromEntries(lists.map((words, index) => [`p${index}`, words.join(" ")])));
        for (const [id, others] of Object.entries(found)) expect(others).not.toContain(id);
        expect(structuredClone(found)).toEqual(found);
      }),
    );
  });
});

describe("rememberRelated", () => {
  const archive = (words: Readonly<Record<string, readonly string[]>>, series: readonly string[] = []) => ({
    posts: Object.entries(words).map(([title, terms]) => summary({ title, terms: terms.map((term) => [term, 1]) })),
    seriesOf: new Map(series.map((id) => [id as PostId, "s" as SeriesId])),
  });
  const fillers = { d: ["甲"], e: ["乙"], f: ["丙"], g: ["丁"] };
  const three = { a: ["梯度"], b: ["梯度"], c: ["别的"], ...fillers };

  it("does no work while nothing has changed", () => {
    const related = rememberRelated();
    const same = archive(three);
    const before = related(same);
    expect(related(archive(three))).toBe(before);
    expect(related({ ...same, seriesOf: new Map(same.seriesOf) })).toBe(before);
  });

  it.each([
    ["terms", archive({ ...three, b: ["别的"] })],
    ["one term more", archive({ ...three, b: ["梯度", "别的"] })],
    ["a post more", archive({ ...three, h: ["梯度"] })],
    ["another post", archive(Object.fromEntries(Object.entries(three).map(([id, terms]) => [`${id}2`, terms])))],
    ["a series", archive(three, ["a", "b"])],
  ])("sees %s", (_what, changed) => {
    const related = rememberRelated();
    related(archive(three));
    expect(related(changed)).toEqual(findRelated(changed));
  });
});
