import { describe, expect, it } from "vitest";
import { findAll, findLoose, findPhrase, needsOf, type Need } from "../../../src/text/search/find-text.ts";
import { findFormulas, openFormulas } from "../../../src/text/search/formula-index.ts";
import { readTokens } from "../../../src/text/search/tex-tokens.ts";

const shown = ({ term, offset, isOpen }: Need) => `${term}@${offset}${isOpen ? "…" : ""}`;

describe("the terms that a phrase needs", () => {
  it.each([
    ["流", ["流@0…"]],
    ["概率", ["概率@0"]],
    ["概率流", ["概率@0", "率流@1"]],
    ["概率流线", ["概率@0", "流线@2"]],
    ["概率流线性", ["概率@0", "流线@2", "线性@3"]],
    ["概率，流", ["概率@0", "流@3…"]],
    ["概率ODE流", ["概率@0", "ode@2", "流@3…"]],
    ["流ODE", ["流@0", "ode@1…"]],
    ["x 流", ["x@0", "流@1…"]],
    ["a x", ["a@0", "x@1"]],
    ["，", []],
  ] as const)("%s: %j", (phrase, expected) => {
    expect(needsOf(phrase).map(shown)).toEqual(expected);
  });
});

describe("finding", () => {
  const lookup = ({ term }: Need) =>
    ({
      概率: [
        { post: 0, positions: [1, 9] },
        { post: 2, positions: [4] },
      ],
      率流: [{ post: 0, positions: [10] }],
    })[term] ?? [];

  it("a phrase takes the posts and the places where its terms follow each other", () => {
    expect([...findPhrase(needsOf("概率"), lookup)]).toEqual([
      [0, [1, 9]],
      [2, [4]],
    ]);
    expect([...findPhrase(needsOf("概率流"), lookup)]).toEqual([[0, [9]]]);
  });

  it("nothing finds nothing", () => {
    expect([...findPhrase([], lookup)]).toEqual([]);
    expect([...findAll([])]).toEqual([]);
    expect(findLoose([], 9)).toEqual([]);
  });

  it("related posts have most of the words, by weight; then the order of posts decides", () => {
    const word = (...posts: number[]) => new Map(posts.map((post) => [post, [0]]));
    const hits = findLoose([word(1, 2, 3), word(3, 2), word(1, 2, 4, 5, 6, 7)], 9);
    expect(hits.map(({ post }) => post)).toEqual([2, 3]);
    expect(hits[0]?.share).toBe(1);
  });
});

it("formulas that are alike stand in the order of the index", () => {
  const index = openFormulas(["a+b+x", "a+b+y", "a+b+z"]);
  expect(findFormulas(index, readTokens("a+b-c")).map(({ line }) => line)).toEqual([0, 1, 2]);
});

it("of formulas that share all of the query those that hold it as a whole come first", () => {
  const index = openFormulas(["b-a-b-a", "x+y+a-b-a-b"]);
  const hits = findFormulas(index, readTokens("a-b-a-b"));
  expect(hits.map(({ line, shared, isWhole }) => [line, shared, isWhole])).toEqual([
    [1, 4, true],
    [0, 4, false],
  ]);
});
