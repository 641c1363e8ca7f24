import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copySmallSite, hashOfTree, run, type SampleSite } from "../../support/command.ts";
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

describe("a folder with posts and settings alone", () => {
  it("is the site that it is with the theme of the program", () => {
    const site = copySmallSite("counts-from-two-sources");
    expect(run(site, ["build"]).status).toBe(0);
    for (const name of ["templates", "src", "node_modules", "package.json", "tsconfig.json"])
      rmSync(join(site.folder, name), { recursive: true });
    expect(run(site, ["build", "--out", "alone"])).toMatchObject({ status: 0 });
    expect(hashOfTree(join(site.folder, "alone"))).toBe(hashOfTree(join(site.folder, "dist")));
    site.remove();
  });

  it("needs the theme that it names", () => {
    const site = copySmallSite("counts-from-two-sources");
    writeFileSync(join(site.folder, "site.config.ts"), 'export default { theme: "my-theme/index.ts" };');
    expect(run(site, ["build"])).toEqual({
      status: 2,
      printed:
        "there is no theme my-theme/index.ts\n  hint: without `theme` in site.config.ts the site has the theme of suanjing\n",
    });
    site.remove();
  });
});
