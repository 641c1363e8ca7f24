import { appendFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { copySmallSite, hashOfTree, run, start, type SampleSite } from "../../support/command.ts";

const build = ["build", "--no-cache", "--jobs", "0"];
let site: SampleSite;
beforeAll(() => void (site = copySmallSite("series-with-gaps-and-halves")));
afterAll(() => site.remove());

const dist = () => hashOfTree(join(site.folder, "dist"));

/** Kills a build with the signal that nothing can catch, and waits until it is gone; the signal that it died of. */
function killedAfter(ms: number): Promise<NodeJS.Signals | null> {
  const child = start(site, build);
  const timer = setTimeout(() => child.kill("SIGKILL"), ms);
  return new Promise((resolve) =>
    child.once("exit", (_code, signal) => {
      clearTimeout(timer);
      resolve(signal);
    }),
  );
}

it("a build that is killed at 50 random moments leaves the old site or the new one", async () => {
  expect(run(site, build).status).toBe(0);
  const old = dist();
  appendFileSync(join(site.folder, "content/posts/curves-1.md"), "\n又添一段。\n");
  const started = performance.now();
  expect(run(site, [...build, "--out", "new"]).status).toBe(0);
  const duration = performance.now() - started;
  const next = hashOfTree(join(site.folder, "new"));
  expect(next).not.toBe(old);
  // A build may be quicker than the one that was timed: moments are taken until 50 have hit one.
  const moments = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), { numRuns: 200, seed: 20241231 });
  let killed = 0;
  for (const moment of moments) {
    if (killed === 50) break;
    if ((await killedAfter(moment * duration)) === "SIGKILL") killed += 1;
    // Between the two renames of the swap there is no tree for some microseconds; the next command repairs that.
    if (!existsSync(join(site.folder, "dist"))) expect(run(site, build).status).toBe(0);
    expect([old, next]).toContain(dist());
  }
  expect(killed).toBe(50);
  expect(run(site, build).status).toBe(0);
  expect(dist()).toBe(next);
});
