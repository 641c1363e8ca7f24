import { expect, test } from "vitest";
import { parseCases } from "../../support/cases.ts";

const text = [
  "# 标题",
  "",
  "First. The last sentence counts:",
  "| a |",
  "```example a b",
  "x␠",
  "→y",
  ".",
  "out",
  "```",
  "````example",
  "```",
  ".",
  "```",
  ".",
  "````",
].join("\n");

test("examples are named by file, line and the sentence before", () => {
  expect(parseCases(text, "a.md")).toEqual([
    { name: "a.md:5 The last sentence counts", line: 5, input: "x \n\ty", expected: "out", info: ["a", "b"] },
    { name: "a.md:11 The last sentence counts", line: 11, input: "```\n.\n```", expected: "", info: [] },
  ]);
});

test("an example without end or without a dot is an error", () => {
  expect(() => parseCases("```example\na\n.", "a.md")).toThrow("a.md:1");
  expect(() => parseCases("```example\na\n```", "a.md")).toThrow("a.md:1");
});
