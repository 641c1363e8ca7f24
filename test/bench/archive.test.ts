import katex from "katex";
import { expect, it } from "vitest";
import { makeArchive } from "../../scripts/bench/archive.ts";
import { normalise } from "../../scripts/bench/peers.ts";

it("the archive of the benchmark is the same for the same seed, and has formulas that KaTeX sets", () => {
  const posts = [...makeArchive(5, 7)];
  expect([...makeArchive(5, 7)]).toEqual(posts);
  expect([...makeArchive(5, 8)]).not.toEqual(posts);
  const formulas = posts.flatMap(({ text }) => Array.from(text.matchAll(/ \$([^$]+)\$ /g), ([, tex = ""]) => tex));
  expect(formulas.length).toBeGreaterThan(200);
  for (const formula of formulas) expect(() => katex.renderToString(formula)).not.toThrow();
});

it("half of its formulas have been there before", () => {
  const texts = [...makeArchive(20, 1)].map(({ text }) => text).join("\n");
  const formulas = Array.from(texts.matchAll(/ \$([^$]+)\$ /g), ([, tex]) => tex);
  expect(new Set(formulas).size / formulas.length).toBeGreaterThan(0.3);
  expect(new Set(formulas).size / formulas.length).toBeLessThan(0.6);
});

it("other generators get environments between dollars, a title and a layout", () => {
  const text = "---\nid: 1\ntitle: 甲\n---\n一：\n\\begin{align*}\na\n\\end{align*}\n二";
  expect(normalise(text, "post.njk")).toBe(
    "---\ntitle: 甲\nlayout: post.njk\n---\n一：\n\n$$\n\\begin{align*}\na\n\\end{align*}\n$$\n\n二",
  );
});
