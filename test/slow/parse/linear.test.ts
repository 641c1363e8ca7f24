import { describe, expect, test } from "vitest";
import { parseMarkdown } from "../../../src/parse/math-syntax/parse-markdown.ts";
import { cpuClock } from "../../support/cpu-clock.ts";
import { parseBody } from "../../parse/parse-post.ts";

/** Hostile texts of a certain size; reading one may take a second of CPU for 5 KB, and three for its fourfold. */
const texts: Readonly<Record<string, (size: number) => string>> = {
  ...Object.fromEntries(
    Array.from("[*_`~><&!$|\\(#-+", (sign) => [`only ${sign}`, (size: number) => sign.repeat(size)] as const),
  ),
  "links without end": (size) => "[a](".repeat(size / 4),
  "pictures without end": (size) => "![](".repeat(size / 4),
  "emphasis that never closes": (size) => "**a_".repeat(size / 4),
  "emphasis between hanzi": (size) => "*甲".repeat(size / 2),
  strikethrough: (size) => "~~a ".repeat(size / 4),
  "nested quotes": (size) => `${"> ".repeat(size / 2)}甲`,
  "nested lists": (size) =>
    Array.from({ length: Math.sqrt(size) }, (_, index) => `${"  ".repeat(index)}- 甲`).join("\n"),
  notes: (size) => Array.from({ length: size / 20 }, (_, index) => `[^${index}]\n\n[^${index}]: 注\n`).join("\n"),
  "one note, named and written many times": (size) =>
    `${"[^a] ".repeat(size / 10)}\n\n${"[^a]: x\n".repeat(size / 16)}`,
  "equal headings": (size) => "# 甲\n".repeat(size / 4),
  "one long line": (size) => "甲".repeat(size),
  "a wide table": (size) => `${"|a".repeat(size / 4)}|\n${"|-".repeat(size / 4)}|\n`,
  "a long table": (size) => `|a|b|\n|-|-|\n${"|a|b|\n".repeat(size / 6)}`,
  definitions: (size) => "[a]: b\n".repeat(size / 7),
  addresses: (size) => "http://a.b ".repeat(size / 11),
  "references to characters": (size) => "&#x".repeat(size / 3),
  "tags without end": (size) => "<a ".repeat(size / 3),
  "titles without end": (size) => "《".repeat(size),
  titles: (size) => "《甲》".repeat(size / 3),
  dollars: (size) => "a $ b\n".repeat(size / 6),
  formulas: (size) => "$a$ ".repeat(size / 4),
  "dollars in code": (size) => "`$` ".repeat(size / 4),
  "dollars in comments": (size) => "<!-- $a$ ".repeat(size / 9),
  "environments without end": (size) => "\\begin{align}".repeat(size / 13),
  "environments inside each other": (size) => "\\begin{align}".repeat(size / 26) + "\\end{align}".repeat(size / 26),
  "names without end": (size) => "\\begin{".repeat(size / 7),
  fences: (size) => "$$\n".repeat(size / 3),
  "open braces": (size) => "$a{ ".repeat(size / 4),
};

describe("reading a post takes time in proportion to its length", () => {
  test.each(Object.entries(texts))("%s", (_name, text) => {
    const small = cpuClock();
    parseBody(text(5_000));
    expect(small()).toBeLessThan(1000);
    const large = cpuClock();
    parseBody(text(20_000));
    expect(large()).toBeLessThan(3000);
  });
});

test("formulas are found in 100,000 signs of dollars", () => {
  const elapsedMs = cpuClock();
  parseMarkdown("$".repeat(1e5));
  expect(elapsedMs()).toBeLessThan(4000);
});
