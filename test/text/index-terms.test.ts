import { describe, expect, it } from "vitest";
import { indexTerms } from "../../src/text/index-terms.ts";
import { cpuClock } from "../support/cpu-clock.ts";

const words = (text: string) => indexTerms([{ text, weight: 1 }]);

describe("indexTerms", () => {
  it("takes words of hanzi and of Latin letters, the heaviest first", () => {
    expect(
      indexTerms([
        { text: "梯度下降", weight: 5 },
        { text: "梯度 Transformer transformer", weight: 1 },
      ]),
    ).toEqual([
      ["梯度", 6],
      ["下降", 5],
      ["transformer", 2],
    ]);
  });

  it.each([
    ["single characters, numbers, short Latin words", "我 3 2024 is x1"],
    ["words that every text has", "我们 可以 the this"],
    ["what is no word", "，。！ \ufffc\ufffc \u{1f600}"],
  ])("leaves out %s", (_name, text) => {
    expect(words(text)).toEqual([]);
  });

  it("reads the beginning only, and keeps the heaviest", () => {
    const names = Array.from(
      { length: 200 },
      (_, index) =>
        `word${"abcdefghij".charAt(index % 10)}${"klmnopqrst".charAt(Math.floor(index / 10) % 10)}${index > 99 ? "x" : "y"}`,
    );
    expect(words(names.join(" "))).toHaveLength(120);
    expect(words(`${"。".repeat(2000)}梯度`)).toEqual([]);
    expect(
      indexTerms([
        { text: "。".repeat(2000), weight: 1 },
        { text: "梯度", weight: 1 },
      ]),
    ).toEqual([]);
  });

  it("takes time in proportion to the length", () => {
    const elapsedMs = cpuClock();
    words("梯".repeat(100_000));
    expect(elapsedMs()).toBeLessThan(1000);
  });
});
