import { appendFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copySample, hashOfTree, run, start, type SampleSite } from "../../support/command.ts";

let site: SampleSite;
beforeAll(() => void (site = copySample()));
afterAll(() => site.remove());

const dist = (name = "dist") => hashOfTree(join(site.folder, name));

describe("edits while a build runs", () => {
  it("end with the site of the last edit after one more build", async () => {
    const file = join(site.folder, "content/posts/2025/gaussian-tails-1.md");
    for (let round = 0; round < 10; round += 1) {
      const child = start(site, ["build"]);
      const gone = new Promise((resolve) => child.once("exit", resolve));
      const timer = setInterval(() => appendFileSync(file, `\n第 ${round} 轮。\n`), 20);
      await gone;
      clearInterval(timer);
    }
    expect(run(site, ["build"]).status).toBe(0);
    expect(run(site, ["build", "--no-cache", "--out", "clean"]).status).toBe(0);
    expect(dist()).toBe(dist("clean"));
    expect(existsSync(join(site.folder, ".dist.lock"))).toBe(false);
  });
});
