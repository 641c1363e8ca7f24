import { describe, expect, test } from "vitest";
import { parseMarkdown } from "../../../src/parse/math-syntax/parse-markdown.ts";
import { cpuClock } from "../../support/cpu-clock.ts";
import { buildSite, post } from "../../support/site.ts";
import { parseBody } from "../../parse/parse-post.ts";

/** Hostile texts of a certain size. */
const texts: Readonly<Record<string, (size: number) => string>> = {
  ...Object.fromEntries(
    Array.from("[]*_`~><&!$|\\(#-+", (sign) => [`only ${sign}`, (size: number) => sign.repeat(size)] as const),
  ),
  "links without end": (size) => "[a](".repeat(size / 4),
  "pictures without end": (size) => "![](".repeat(size / 4),
  "links in each other": (size) => `${"[".repeat(size / 5)}a${"](b)".repeat(size / 5)}`,
  "pictures in each other": (size) => `${"![".repeat(size / 6)}a${"](b)".repeat(size / 6)}`,
  "ends of links behind a picture": (size) => `![a]${"]".repeat(size)}`,
  "words behind an open bracket": (size) => `[ ${"a ".repeat(size / 2)}`,
  "emphasis that never closes": (size) => "**a_".repeat(size / 4),
  "emphasis between hanzi": (size) => "*甲".repeat(size / 2),
  strikethrough: (size) => "~~a ".repeat(size / 4),
  "strikethrough of two kinds": (size) => "~a ~~b".repeat(size / 6),
  "emphasis in each other": (size) => "*a **b ".repeat(size / 14) + " b** a*".repeat(size / 14),
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
  "instructions without end": (size) => "甲<?".repeat(size / 3),
  "comments without end": (size) => "甲<!--".repeat(size / 5),
  "attributes without end": (size) => '甲<a b="'.repeat(size / 7),
  "elements in each other": (size) => "<b>".repeat(Math.min(size, 3000) / 3),
  "closed elements": (size) => "</p>".repeat(size / 4),
  "addresses of mail": (size) => "a@".repeat(size / 2),
  "addresses with brackets": (size) => `http://a.b${"(".repeat(size)}`,
  "code of many lengths": (size) => list(Math.sqrt(2 * size), (index) => "`".repeat(index + 1), "a"),
  "titles without end": (size) => "《".repeat(size),
  titles: (size) => "《甲》".repeat(size / 3),
  dollars: (size) => "a $ b\n".repeat(size / 6),
  formulas: (size) => "$a$ ".repeat(size / 4),
  "dollars in code": (size) => "`$` ".repeat(size / 4),
  "dollars in links": (size) => "[$a$]($b$) ".repeat(size / 11),
  "dollars in comments": (size) => "<!-- $a$ ".repeat(size / 9),
  "environments without end": (size) => "\\begin{align}".repeat(size / 13),
  "environments inside each other": (size) => "\\begin{align}".repeat(size / 26) + "\\end{align}".repeat(size / 26),
  "names without end": (size) => "\\begin{".repeat(size / 7),
  "formulas without end": (size) => "$$a\n\n".repeat(size / 5),
  references: (size) => "\\eqref{a} ".repeat(size / 10),
  "one formula of braces": (size) => `$${"{".repeat(size / 2)}${"}".repeat(size / 2)}$`,
  fences: (size) => "$$\n".repeat(size / 3),
  "open braces": (size) => "$a{ ".repeat(size / 4),
};

/** Front matter of a certain size, with a title unless it has one. */
const heads: Readonly<Record<string, (size: number) => string>> = {
  "a title of emoji": (size) => `title: ${"💥".repeat(size / 2)}`,
  "a title that changes direction": (size) => `title: "${"\\u202e甲".repeat(size / 7)}"`,
  "a title of halves of signs": (size) => `title: "${"\\ud800".repeat(size / 6)}"`,
  "a title with NUL": (size) => `title: "${"\\0".repeat(size / 2)}"`,
  "a title of brackets": (size) => `title: 甲${"（".repeat(size)}`,
  "a title of many parts": (size) => `title: 甲${"（一）".repeat(size / 3)}`,
  "a title of many numbers": (size) => `title: 甲（${"十".repeat(size)}）`,
  "a title of dollars": (size) => `title: 甲${"$".repeat(size)}`,
  "a slug of emoji": (size) => `title: 甲\nslug: ${"💥".repeat(size / 2)}`,
  "a long key": (size) => `title: 甲\n${"k".repeat(size)}: 1`,
  "many keys": (size) => `title: 甲\n${list(size / 10, (index) => `k${index}: 1`, "\n")}`,
  tags: (size) => `title: 甲\ntags: [${list(size / 5, String, ",")}]`,
  "old addresses": (size) => `title: 甲\naliases: [${list(size / 8, (index) => `/a${index}`, ",")}]`,
  "lists in each other": (size) => `title: 甲\ntags: ${"[".repeat(size)}`,
  "a summary of marks": (size) => `title: 甲\nsummary: ${"a*".repeat(size / 2)}`,
};

function list(count: number, item: (index: number) => string, separator: string): string {
  return Array.from({ length: count }, (_, index) => item(index)).join(separator);
}

/** On a machine with other work the same takes up to three times the CPU time. */
const busy = 3;

/**
 * 10 KB take a second of CPU at most, and twice the text twice the time, within a factor of two. A collection of
 * garbage may fall into a measure, so one that fails is taken again.
 */
async function expectLinear(work: (size: number) => unknown): Promise<void> {
  const small = cpuClock();
  await work(10_000);
  const smallMs = small();
  expect(smallMs).toBeLessThan(1000 * busy);
  const large = cpuClock();
  await work(20_000);
  expect(large()).toBeLessThan(4 * smallMs + 200);
}

describe("a post takes time in proportion to its length", { retry: 2 }, () => {
  test.each(Object.entries(texts))("that is %s", (_name, text) => expectLinear((size) => parseBody(text(size))));

  test.each(Object.entries(heads))("with %s", (_name, head) =>
    expectLinear((size) => buildSite(post("posts/a.md", `${head(size)}\ndate: 2024-01-01`))),
  );

  test("that is one line of a million characters", () => {
    const elapsedMs = cpuClock();
    parseBody("甲".repeat(1e6));
    expect(elapsedMs()).toBeLessThan(10_000);
  });

  test.each(Array.from("[*_`~><&!$\\"))("that is 100,000 of %s", (sign) => {
    const elapsedMs = cpuClock();
    parseMarkdown(sign.repeat(1e5));
    expect(elapsedMs()).toBeLessThan(10_000);
  });

  test("that is a thousand quotes, or lists, in each other", () => {
    const elapsedMs = cpuClock();
    for (const mark of ["> ", "- "]) parseBody(`${mark.repeat(1000)}甲`);
    expect(elapsedMs()).toBeLessThan(2000);
  });
});
