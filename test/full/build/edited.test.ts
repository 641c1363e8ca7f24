import { appendFileSync, existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { copySmallSite, hashOfTree, run, start, type SampleSite } from "../../support/command.ts";

let site: SampleSite;
beforeAll(() => void (site = copySmallSite("series-with-gaps-and-halves")));
afterAll(() => site.remove());

const dist = (name = "dist") => hashOfTree(join(site.folder, name));
const file = (post: number) => join(site.folder, "content", "posts", `edited-${post}.md`);
const text = (post: number, body: string) => `---\ntitle: 第 ${post} 篇\ndate: 2024-01-0${post + 1}\n---\n\n${body}\n`;

/** What people and editors do to files, in any order: each takes a post and what is to stand in it. */
const edits: readonly ((post: number, body: string) => void)[] = [
  (post, body) => writeFileSync(file(post), text(post, body)),
  (post, body) => writeFileSync(file(post), text(post, body).slice(0, 30)),
  (post, body) => existsSync(file(post)) && appendFileSync(file(post), `\n${body}\n`),
  (post) => rmSync(file(post), { force: true }),
  (post) => existsSync(file(post)) && renameSync(file(post), file((post + 1) % 5)),
  (post, body) => writeFileSync(join(site.folder, "content", "data", "series.yaml"), `夜读:\n  description: ${body}\n`),
];
const anyEdit = fc.record({
  edit: fc.constantFrom(...edits),
  post: fc.nat(4),
  body: fc.constantFrom(
    "一句话。",
    "$x^2$",
    "\\begin{equation}\\label{a}a=b\\end{equation}",
    "见 \\eqref{a}。",
    "**未完",
  ),
});

/** Starts builds, one after the other, until all edits are made, one every 20 ms. */
async function editWhileBuilding(round: number): Promise<void> {
  const waiting = fc.sample(anyEdit, { numRuns: 200, seed: round });
  const timer = setInterval(() => {
    const next = waiting.pop();
    next?.edit(next.post, next.body);
  }, 20);
  while (waiting.length > 0) {
    const child = start(site, ["build"]);
    await new Promise((resolve) => child.once("exit", resolve));
  }
  clearInterval(timer);
}

it("1,000 edits while builds run end with the site of the last edit after one more build", async () => {
  for (let round = 0; round < 5; round += 1) {
    await editWhileBuilding(round);
    const last = run(site, ["build"]);
    const clean = run(site, ["build", "--no-cache", "--out", "clean"]);
    expect(last.status).toBe(clean.status);
    expect(dist(), `round ${round}`).toBe(dist("clean"));
    expect(existsSync(join(site.folder, ".dist.lock"))).toBe(false);
  }
});
