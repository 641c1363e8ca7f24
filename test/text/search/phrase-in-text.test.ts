import { describe, expect, it } from "vitest";
import { phraseIn } from "../../../src/text/search/phrase-in-text.ts";
import { sharedRun } from "../../../src/text/search/formula-index.ts";
import { readTokens } from "../../../src/text/search/tex-tokens.ts";

const found = (text: string, phrase: string) => phraseIn(text, phrase).map(({ start, end }) => text.slice(start, end));

describe("a phrase in a text", () => {
  it.each([
    ["概率流的概率流", "概率流", ["概率流", "概率流"]],
    ["概率 流ODE", "概率流 ode", ["概率 流ODE"]],
    ["概率，流", "概率流", []],
    ["概率，流", "概率。流", ["概率，流"]],
    ["Softmax与softmin", "soft", ["Soft", "soft"]],
    ["哈哈哈哈", "哈哈", ["哈哈", "哈哈"]],
    // The letter becomes two when it is made small, so the whole word is marked.
    ["İstanbul", "i", ["İstanbul"]],
    ["概率", "", []],
    ["", "概率", []],
  ] as const)("%s has %s", (text, phrase, expected) => {
    expect(found(text, phrase)).toEqual(expected);
  });
});

describe("what a formula shares with a query", () => {
  it.each([
    ["x+a+b=c", "a+b", "a+b"],
    ["a+b-a+b+c", "a+b+c", "a+b+c"],
    ["u-v-w", "a+b", ""],
    ["x_1", "x", "x"],
    ["x", "", ""],
  ])("of %s and %s is %s", (formula, query, expected) => {
    const tokens = readTokens(formula);
    expect(tokens.slice(...sharedRun(tokens, readTokens(query))).join("")).toBe(expected);
  });
});
