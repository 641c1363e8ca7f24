import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Outcome } from "../../../src/model/diagnostic.ts";
import type { PagePlan } from "../../../src/model/page.ts";
import type { JobInit, Jobs, Pool, PostResult } from "../../../src/model/ports.ts";
import type { Site } from "../../../src/model/site.ts";
import type { SourceFile } from "../../../src/model/source.ts";
import { poolInline } from "../../../src/host/pool-inline.ts";
import { poolThreads } from "../../../src/host/pool-threads.ts";
import { isUseError } from "../../../src/host/use-error.ts";
import { bundleJobs, bundleWorker } from "../../host/test-worker.ts";

const init = {} as JobInit;
const site = { posts: [1, 2, 3], byId: new Map([["p", { path: "posts/p.md" }]]) } as unknown as Site;
const post = (text: string, index: number) =>
  ({ path: `posts/${"x".repeat(index % 7)}${index}.md`, text, hash: "" }) as unknown as SourceFile;
const plans = (...outs: readonly string[]) =>
  outs.map((out) => ({ plan: { kind: "post", post: "p", url: `/${out}/`, out } as unknown as PagePlan }));

let folder = "";
let workerFile = "";
let jobs: Jobs;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "suanjing-pool-"));
  workerFile = await bundleWorker(folder);
  ({ jobs } = (await import(pathToFileURL(await bundleJobs(folder)).href)) as { readonly jobs: Jobs });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function collect<T>(results: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const result of results) all.push(result);
  return all;
}

async function withPool<T>(
  options: { readonly count: number; readonly timeoutMs?: number },
  use: (pool: Pool) => Promise<T>,
): Promise<T> {
  const pool = poolThreads({ workerFile, init, ...options });
  try {
    return await use(pool);
  } finally {
    await pool.close();
  }
}

const problems = (results: readonly Outcome<PostResult>[]) =>
  results.map(({ diagnostics }) => diagnostics.map(({ code, file, message }) => `${code} ${file}: ${message}`).join());

describe("threads", () => {
  const inputs = Array.from({ length: 60 }, (_, i) => post(i % 13 === 0 ? "slow" : "", i));

  it.each([1, 3])("%i give the results of the main thread, in the order of the inputs", async (count) => {
    const inline = poolInline(jobs);
    await inline.share(site);
    const expected = await collect(inline.map("post", inputs));
    const results = await withPool({ count }, async (pool) => {
      await pool.share(site);
      return collect(pool.map("post", inputs));
    });
    expect(results).toEqual(expected);
  });

  it("take only a few inputs ahead of the results that were read", async () => {
    let taken = 0;
    function* counted() {
      for (const input of inputs) {
        taken += 1;
        yield input;
      }
    }
    await withPool({ count: 2 }, async (pool) => {
      for await (const _first of pool.map("post", counted())) break;
      expect(taken).toBeLessThanOrEqual(8);
      expect(await collect(pool.map("post", inputs.slice(0, 3)))).toHaveLength(3);
    });
  });

  it.each(["exit", "later"])("that end (%s) are a diagnostic on their post, and the others go on", async (text) => {
    const texts = ["", text, "", text, "slow", ""];
    const results = await withPool({ count: 2 }, (pool) => collect(pool.map("post", texts.map(post))));
    const lost = (path: string) => `build/worker-crashed ${path}: the post is left out: its worker ended`;
    expect(problems(results)).toEqual(["", lost("posts/x1.md"), "", lost("posts/xxx3.md"), "", ""]);
    expect(results[1]?.value.summary).toBeUndefined();
  });

  it("that hang are given up after the limit", async () => {
    const results = await withPool({ count: 1, timeoutMs: 150 }, (pool) =>
      collect(pool.map("post", ["", "hang", "slow"].map(post))),
    );
    expect(problems(results)).toEqual([
      "",
      "build/worker-crashed posts/x1.md: the post is left out: its worker took too long",
      "",
    ]);
  });

  it("are half as many once the posts are made", async () => {
    const outs = Array.from({ length: 40 }, (_, index) => `page-${index}`);
    const results = await withPool({ count: 4 }, async (pool) => {
      await pool.share(site);
      const before = await collect(pool.map("page", plans(...outs)));
      await pool.postsMade();
      return [before, await collect(pool.map("page", plans(...outs)))];
    });
    const threads = results.map(
      (pages) => new Set(pages.map(({ value }) => value.kind === "printed" && value.key)).size,
    );
    expect(threads).toEqual([4, 2]);
  });

  it("that come in place of others have the site", async () => {
    const results = await withPool({ count: 1 }, async (pool) => {
      await pool.share(site);
      return collect(pool.map("post", ["exit", ""].map(post)));
    });
    expect(results[1]?.value.mathMs).toBe(3);
  });

  it("lost over a page name the post behind it", async () => {
    const results = await withPool({ count: 1 }, async (pool) => {
      await pool.share(site);
      return collect(pool.map("page", plans("a", "exit", "b")));
    });
    expect(results.map(({ value }) => value.kind === "printed" && value.files.map(({ path }) => path))).toEqual([
      ["a"],
      [],
      ["b"],
    ]);
    expect(results[1]?.diagnostics).toMatchObject([
      { file: "posts/p.md", message: "the page exit is left out: its worker ended" },
    ]);
  });
});

describe("an exception of a job", () => {
  const pools = [
    ["threads", (use: (pool: Pool) => Promise<unknown>) => withPool({ count: 2 }, use)],
    ["the main thread", (use: (pool: Pool) => Promise<unknown>) => use(poolInline(jobs))],
  ] as const;

  it.each(pools)("in %s is thrown with the job and its input", async (_name, run) => {
    const work = run((pool) => collect(pool.map("post", ["", "fault"].map(post))));
    await expect(work).rejects.toMatchObject({
      stack: expect.stringMatching(/^job post, posts\/x1\.md: TypeError: x is not a function\n/),
    });
  });

  it.each(pools)("in %s that is a use error stays one", async (_name, run) => {
    const error: unknown = await run((pool) => collect(pool.map("post", ["use"].map(post)))).catch(
      (thrown: unknown) => thrown,
    );
    // The jobs of the main thread were bundled with an error class of their own.
    expect(isUseError(error) ? error.hint : (error as Error).message).toMatch(/free some space|the disk is full/);
  });
});

describe("a pool", () => {
  it("reports a worker that cannot start as a fault of the program", async () => {
    const broken = join(folder, "broken.mjs");
    writeFileSync(broken, `import "./missing.mjs";`);
    const pool = poolThreads({ workerFile: broken, init, count: 2 });
    await expect(collect(pool.map("post", ["", ""].map(post)))).rejects.toThrow(
      /the worker did not start: .*missing\.mjs/,
    );
    await pool.close();
  });

  it("reports an outcome that is no plain data", async () => {
    const work = withPool({ count: 1 }, (pool) => collect(pool.map("post", ["unclonable"].map(post))));
    await expect(work).rejects.toThrow("DataCloneError");
  });

  it("that is closed ends what waits for it", async () => {
    const pool = poolThreads({ workerFile, init, count: 1 });
    const work = collect(pool.map("post", ["hang", ""].map(post)));
    setTimeout(() => void pool.close(), 100);
    await expect(work).rejects.toThrow("the pool was closed");
  });
});
