import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copySmallSite, run, type SampleSite } from "../../support/command.ts";
import { readablePage } from "../../support/readable-page.ts";

/** A site of `test/sites` → the pages that are compared with those in its folder `expected`. */
const sites: Readonly<Record<string, readonly string[]>> = {
  "series-with-gaps-and-halves": ["series/曲线论", "series/夜读", "archives/curves-3", "archives/night-2"],
  "two-posts-of-one-title": ["archives/guide"],
  "comments-with-orphans-and-circles": ["archives/spring", "comments"],
  "counts-from-two-sources": ["readers", "archives/1"],
};

describe.each(Object.entries(sites))("%s", (name, pages) => {
  const expected = (file: string) => join(import.meta.dirname, "..", "..", "sites", name, "expected", file);
  let site: SampleSite;
  let printed: string;
  beforeAll(() => {
    site = copySmallSite(name);
    expect(run(site, ["build", "--no-cache"]).status).toBe(0);
    ({ printed } = run(site, ["check"]));
  });
  afterAll(() => site.remove());

  it("is checked with these remarks", async () => {
    await expect(printed).toMatchFileSnapshot(expected("check.txt"));
  });

  it.each(pages)("has the page %s", async (page) => {
    const html = readFileSync(join(site.folder, "dist", page, "index.html"), "utf8");
    await expect(readablePage(html)).toMatchFileSnapshot(expected(`${page.replaceAll("/", "-")}.txt`));
  });
});
