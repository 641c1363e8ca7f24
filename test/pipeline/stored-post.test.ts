import { expect, it } from "vitest";
import type { SourcePath } from "../../src/model/brand.ts";
import type { JobDeps } from "../../src/model/ports.ts";
import { configSchema } from "../../src/config/schema.ts";
import { sha256 } from "../../src/host/hash.ts";
import { imagesMemory } from "../../src/host/images-memory.ts";
import { storeMemory } from "../../src/host/store-memory.ts";
import { texKatex } from "../../src/host/tex-katex.ts";
import { parseOptions } from "../../src/parse/options.ts";
import { makePostJob } from "../../src/pipeline/make-jobs.ts";

function world(engine: "built-in" | "none", stores: Partial<JobDeps> = {}) {
  return makePostJob({
    options: parseOptions(configSchema.parse({ search: { engine } })),
    tex: texKatex,
    katexCss: "",
    images: imagesMemory({}),
    store: storeMemory(),
    bodies: storeMemory(),
    records: storeMemory(),
    comments: storeMemory(),
    version: "",
    hash: sha256,
    now: () => 0,
    ...stores,
  });
}

const text = "---\ntitle: 甲文\ndate: 2024-01-02\n---\n一句话，$a+b$。";
const post = { path: "posts/a.md" as SourcePath, text, hash: sha256(text) };

it("a post is made once, and known from then on with the size of what the search index takes from it", async () => {
  const job = world("built-in");
  const [made, found] = [(await job(post)).value, (await job(post)).value];
  expect(made.search?.length).toBeGreaterThan(0);
  expect([made.hit, found.hit]).toEqual([false, true]);
  expect(found.search).toEqual(made.search);
});

it("without a search nothing is taken from it", async () => {
  const job = world("none");
  const [made, found] = [(await job(post)).value, (await job(post)).value];
  expect([made.search, found.search]).toEqual([undefined, undefined]);
  expect([made.hit, found.hit]).toEqual([false, true]);
});
