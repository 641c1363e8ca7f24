import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { codes } from "../../src/diagnostics/codes.ts";
import { readCases } from "../support/cases.ts";
import { buildSite } from "../support/site.ts";

const folder = join(import.meta.dirname, "..", "cases");

/** What is reported about a site, a line each, with the hint. */
async function reportedOf(content: string): Promise<string> {
  const pictures = { "images/broken.png": "unknown", "images/fine.png": { width: 4, height: 3 } } as const;
  const { diagnostics, reported } = await buildSite(content, { pictures });
  return diagnostics.map(({ hint }, index) => `${reported[index]}${hint === undefined ? "" : ` → ${hint}`}`).join("\n");
}

describe.each(["front-matter.md", "posts.md", "comments.md", "readers.md", "bibliography.md"])("%s", (document) => {
  for (const { name, input, expected, info } of readCases(
    new URL(`../cases/diagnostics/${document}`, import.meta.url),
  )) {
    const content = input.startsWith("-- ") ? `${input}\n` : `-- ${info[0] ?? "a.md"} --\n${input}\n`;
    test(name, async () => {
      expect(await reportedOf(content)).toBe(expected);
    });
  }
});

/** Codes that no document can show, and where they are tested. */
const elsewhere = new Map([
  ["math/too-large", "test/math/hostile.test.ts: 20,000 characters are no document"],
  ["math/unused-label", "test/diagnostics/off-by-default.test.ts: off by default"],
  ["markdown/too-many-marks", "test/parse/markdown/bound-marks.test.ts: thousands of marks are no document"],
  ["post/too-deep", "test/pipeline/posts.test.ts: thousands of marks are no document"],
  ["math/fallback", "test/pipeline/fallback.test.ts: needs MathJax"],
  ["math/command-elsewhere", "test/pipeline/equations.test.ts: needs a series"],
  ["build/worker-crashed", "test/slow/host/pool-threads.test.ts: a worker must die"],
  ["link/unreachable", "test/commands/check-links.test.ts: needs a server"],
  ["site/host-limit", "test/assets/host-limits.test.ts: thousands of files are no document"],
  ["read/encoding", "test/read/read.test.ts: the bytes of a document of cases are UTF-8"],
  ["math/too-large", "test/math/hostile.test.ts: needs a large formula"],
  ["search/pagefind", "test/e2e/pagefind.test.ts: needs a program that does not run"],
  ["site/no-base-url", "test/pages/feeds.test.ts: needs a setting"],
  ["series/invalid", "test/parse/read-series.test.ts: has its own manual of cases"],
  ["site/no-posts", "test/pipeline/posts.test.ts: a site without a file"],
  ["book/picture", "test/books/epub.test.ts: needs a book"],
  ["site/duplicate-url", "test/pipeline/posts.test.ts: needs a setting"],
]);

describe("every code", () => {
  const documents = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => readFileSync(join(folder, path), "utf8"))
    .join("\n");

  it.each(Object.keys(codes).filter((code) => !elsewhere.has(code)))("%s has a case in a document", (code) => {
    expect(documents).toMatch(new RegExp(`\\b${code}\\b`));
  });
});
