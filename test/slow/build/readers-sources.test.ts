import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { copySmallSite, run, type SampleSite } from "../../support/command.ts";

let site: SampleSite;
beforeAll(() => void (site = copySmallSite("counts-from-two-sources")));
afterAll(() => site.remove());

/** What a build with these sources says of readers: each post of the ranking, and the sum. */
function counts(): readonly string[] {
  expect(run(site, ["build", "--no-cache"]).status).toBe(0);
  return readFileSync(join(site.folder, "dist/readers.csv"), "utf8").trim().split("\n");
}

it("each source adds its share, and takes exactly this with it when it goes", () => {
  const both = counts();
  rmSync(join(site.folder, "content/data/readers/new.csv"));
  const old = counts();
  expect({ both, old }).toMatchInlineSnapshot(`
    {
      "both": [
        "path,title,published,views,perDay",
        "/archives/1/,弹簧（一）,2023-05-01,1230,2.007",
        "/archives/2/,弹簧（二）,2024-05-01,305,1.235",
        "/archives/3/,单摆,2024-06-01,,",
      ],
      "old": [
        "path,title,published,views,perDay",
        "/archives/1/,弹簧（一）,2023-05-01,1200,",
        "/archives/2/,弹簧（二）,2024-05-01,300,",
        "/archives/3/,单摆,2024-06-01,,",
      ],
    }
  `);
});
