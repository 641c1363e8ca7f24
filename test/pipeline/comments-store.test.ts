import { expect, it } from "vitest";
import type { SourcePath } from "../../src/model/brand.ts";
import type { ThreadComment } from "../../src/model/comments.ts";
import type { StoredComments } from "../../src/model/ports.ts";
import { configSchema } from "../../src/config/schema.ts";
import { sha256 } from "../../src/host/hash.ts";
import { imagesMemory } from "../../src/host/images-memory.ts";
import { storeMemory } from "../../src/host/store-memory.ts";
import { texKatex } from "../../src/host/tex-katex.ts";
import { parseOptions } from "../../src/parse/options.ts";
import { makeJobs } from "../../src/pipeline/make-jobs.ts";
import theme from "../../templates/index.ts";

const thread = (literal: string, line: number): readonly ThreadComment[] => [
  {
    id: "1",
    name: "甲",
    date: { day: "2024-01-03", instant: "2024-01-03T10:00:00+08:00" },
    isPinned: false,
    isCollapsed: false,
    isAuthor: false,
    depth: 0,
    file: "data/comments/old.json" as SourcePath,
    content: { literal, start: { line, column: 1, offset: 0 } },
  },
];

it("comments are set once, whatever line of the file they move to, and report where they are", async () => {
  const comments = storeMemory<StoredComments>();
  let made = 0;
  const jobs = makeJobs({
    options: parseOptions(configSchema.parse({})),
    tex: texKatex,
    katexCss: "",
    images: imagesMemory({}),
    theme,
    store: storeMemory(),
    comments: {
      get: (key) => comments.get(key),
      put: (key, value) => comments.put(key, value).then(() => void (made += 1)),
    },
    bodies: storeMemory(),
    records: storeMemory(),
    themeVersion: "",
    version: "",
    hash: sha256,
    now: () => 0,
  });
  const text = "---\ntitle: 甲文\ndate: 2024-01-02\n---\n文";
  const { value } = await jobs.post({ path: "posts/a.md" as SourcePath, text, hash: sha256(text) });
  const { key, path, labels } = value.summary ?? expect.fail();
  const set = (literal: string, line: number) =>
    jobs.comments({ post: { key, path, labels }, thread: thread(literal, line) });
  const [first, moved] = [await set("$x^2^3$", 1), await set("$x^2^3$", 9)];
  expect(made).toBe(1);
  expect(moved.value).toEqual(first.value);
  expect([first, moved].map(({ diagnostics }) => diagnostics[0]?.span?.start.line)).toEqual([1, 9]);
  const other = await set("$x^2$", 9);
  expect(made).toBe(2);
  expect(other.value?.key).not.toBe(first.value?.key);
});
