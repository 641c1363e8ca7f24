import { once } from "node:events";
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addressOf, copySmallSite, start, type SampleSite } from "../../support/command.ts";

let site: SampleSite;
let server: ReturnType<typeof start>;
let origin: string;
beforeAll(async () => {
  site = copySmallSite("two-posts-of-one-title");
  edit(0);
  server = start(site, ["dev", "--port", "0"]);
  origin = await addressOf(server);
});
afterAll(async () => {
  server.kill("SIGTERM");
  await once(server, "exit");
  site.remove();
});

/** Saves the post as editors do, with one number at its head, in its text and behind a long part. */
function edit(version: number): void {
  const file = join(site.folder, "content/posts/edited.md");
  const paragraphs = Array.from({ length: 30 }, (_, index) => `第${index}段，$x_{${index}}$。`);
  const text = `---\nid: edited\ntitle: 版本${version}号\ndate: 2024-01-01\n---\n${paragraphs.join("\n\n")}\n\n末段为版本${version}号。\n`;
  writeFileSync(`${file}~`, text);
  renameSync(`${file}~`, file);
}

it("10,000 answers while a post is edited without a pause are of one build each", async () => {
  const seen = new Set<string>();
  let answers = 0;
  const ask = async () => {
    while (answers < 10_000) {
      answers += 1;
      const response = await fetch(`${origin}/archives/edited/`);
      const html = await response.text();
      const versions = new Set(html.match(/版本\d+号/g));
      expect({ status: response.status, ends: html.trimEnd().endsWith("</html>") }).toEqual({
        status: 200,
        ends: true,
      });
      expect([...versions], `answer ${answers}`).toHaveLength(1);
      expect(html.match(/末段为版本\d+号/g)).toHaveLength(1);
      for (const version of versions) seen.add(version);
    }
  };
  const asking = Promise.all(Array.from({ length: 4 }, ask));
  for (let version = 1; answers < 10_000; version += 1) {
    edit(version);
    await setTimeout(50);
  }
  await asking;
  expect(seen.size).toBeGreaterThan(5);
});
