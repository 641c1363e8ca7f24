import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { copySample, run, type SampleSite } from "../support/command.ts";

const letters = "abcdefghkmnpqrstuvwxyz";

/** A paragraph with a formula of its own; every fifth is a numbered display. */
function paragraph(index: number): string {
  const [a, b, c] = [7, 3, 11].map((step) => letters.charAt((index * step) % letters.length));
  if (index % 5 === 0)
    return `于是得到\n\\begin{equation}\\sum_{i=1}^{n} \\frac{${a}_i^2}{${b}+${index}} \\leq \\left(\\int_0^1 ${c}(x)\\,dx\\right)^2 + \\sqrt{${index}${a}}\\end{equation}`;
  return `第${index}步里，设$${a}_{${index}} = \\boldsymbol{${b}}^{\\top}\\boldsymbol{${c}} + ${index}$，它不依赖于前面选定的基。`;
}

let site: SampleSite;
beforeAll(() => {
  site = copySample(inject("kept"));
  for (const [id, length] of Object.entries({ "three-hundred": 300, hundred: 100 })) {
    const text = Array.from({ length }, (_, index) => paragraph(index)).join("\n\n");
    const matter = `---\ntitle: ${length}个公式\ndate: 2025-01-01\nid: ${id}\n---\n\n`;
    writeFileSync(join(site.folder, `content/posts/2025/${id}.md`), `${matter}${text}\n`);
  }
  expect(run(site, ["build"]).status).toBe(0);
});
afterAll(() => site.remove());

/** Bytes of a file as hosts send it. */
function sent(path: string): number {
  return brotliCompressSync(readFileSync(join(site.folder, "dist", path))).length;
}

/** Bytes of all files of `assets/` with an ending, as hosts send them. */
function assets(ending: string, folder = "assets"): number {
  return readdirSync(join(site.folder, "dist", folder))
    .filter((name) => name.endsWith(ending))
    .reduce((sum, name) => sum + sent(`${folder}/${name}`), 0);
}

describe("a post of 300 formulas", () => {
  it("has at most 60 KB of HTML", () => {
    expect(
      readFileSync(join(site.folder, "dist/archives/three-hundred/index.html"), "utf8").match(/<math /g),
    ).toHaveLength(300);
    expect(sent("archives/three-hundred/index.html")).toBeLessThanOrEqual(60_000);
  });

  it("has at most 40 KB of HTML on a host that has no more than gzip, if it has a hundred", () => {
    const html = readFileSync(join(site.folder, "dist/archives/hundred/index.html"));
    expect(gzipSync(html).length).toBeLessThanOrEqual(40_000);
  });

  it("has at most 12 KB of styles with KaTeX's", () => {
    expect(assets(".css")).toBeGreaterThan(3_000);
    expect(assets(".css")).toBeLessThanOrEqual(12_000);
  });

  it("loads at most 12 KB of scripts; what the search needs comes when a reader searches", () => {
    const page = readFileSync(join(site.folder, "dist/archives/three-hundred/index.html"), "utf8");
    const scripts = [...page.matchAll(/<script[^>]* src="\/([^"]+)"/g)].map(([, path = ""]) => path);
    expect(scripts).toHaveLength(3);
    expect(scripts.reduce((sum, path) => sum + sent(path), 0)).toBeLessThanOrEqual(12_000);
  });

  it("has at most 100 KB of fonts", () => {
    expect(assets(".woff2", "assets/fonts")).toBeGreaterThan(10_000);
    expect(assets(".woff2", "assets/fonts")).toBeLessThanOrEqual(100_000);
  });
});
