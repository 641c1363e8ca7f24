import { expect, test } from "vitest";
import { parseMarkdown } from "../../../src/parse/math-syntax/parse-markdown.ts";

test.each([
  ["dollars", "$".repeat(1e5)],
  ["fences", "$$\n".repeat(1e4)],
  ["environments without end", "\\begin{align}".repeat(1e4)],
  ["environments without end, one a line", "\\begin{align}\n".repeat(1e4)],
  ["open braces", "$a{ ".repeat(1e4)],
  ["closers behind the paragraph", `${"{$ ".repeat(5e3)}\n\n${"}$ ".repeat(5e3)}`],
  ["backticks", "`$` ".repeat(1e4)],
  ["comments", "<!-- $a$ ".repeat(1e4)],
])("%s take time in proportion to their number", (_name, source) => {
  const start = performance.now();
  parseMarkdown(source);
  expect(performance.now() - start).toBeLessThan(4000);
});
