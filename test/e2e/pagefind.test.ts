import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { copySample, run, type SampleSite } from "../../support/command.ts";

let site: SampleSite;
beforeAll(() => {
  site = copySample(inject("kept"));
  const config = join(site.folder, "site.config.ts");
  writeFileSync(
    config,
    readFileSync(config, "utf8").replace("defineConfig({", 'defineConfig({\n  search: { engine: "pagefind" },'),
  );
});
afterAll(() => site.remove());

/** What the script of the search is told, and the files of words of the built-in index. */
function search() {
  const dist = join(site.folder, "dist");
  const { pagefind, folder } = JSON.parse(readFileSync(join(dist, "search", "index.json"), "utf8")) as {
    readonly pagefind?: string;
    readonly folder: string;
  };
  return { dist, pagefind, shards: readdirSync(join(dist, folder)).filter((name) => name.endsWith(".bin")) };
}

describe("a site that asks for Pagefind", () => {
  it("has its files instead of an index of words", () => {
    const { status, printed } = run(site, ["build", "--strict"]);
    expect(status, printed).toBe(0);
    const { dist, pagefind, shards } = search();
    expect(pagefind).toBe("/pagefind/pagefind.js");
    expect(existsSync(join(dist, "pagefind", "pagefind.js"))).toBe(true);
    expect(readdirSync(join(dist, "pagefind", "fragment")).length).toBe(17);
    expect(shards).toEqual([]);
  });

  it("has the built-in index, and a warning, where the program of Pagefind does not run", () => {
    const { status, printed } = run(site, ["build"], { PAGEFIND_BINARY_PATH: "/nowhere/pagefind" });
    expect(status).toBe(0);
    expect(printed).toContain("search/pagefind");
    expect(printed).toContain("npm install --save-optional pagefind");
    const { pagefind, shards } = search();
    expect(pagefind).toBeUndefined();
    expect(shards.length).toBeGreaterThan(0);
  });
});
