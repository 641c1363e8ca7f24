import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { startPost } from "../../src/commands/new-post.ts";
import { put, tempFolder } from "../host/temp-folder.ts";

const clock = () => new Date("2025-12-31T20:15:30.123Z");

async function start(
  title: string,
  options: { readonly contentDir?: string; readonly author?: string; readonly timeZone?: string } = {},
) {
  const file = await startPost(title, {
    contentDir: tempFolder(),
    clock,
    author: "甲",
    timeZone: "Asia/Shanghai",
    ...options,
  });
  const text = readFileSync(file, "utf8");
  return { file, text, meta: parse(text.split("---\n")[1] ?? "") as Readonly<Record<string, unknown>> };
}

describe("a new post", () => {
  it("stands in the folder of its year in the site's zone", async () => {
    const contentDir = tempFolder();
    const { file, text } = await start("注意力：机制 Attention", { contentDir });
    expect(file).toBe(`${contentDir}/posts/2026/注意力-机制-attention.md`);
    expect(text).toBe(
      '---\nid: 注意力-机制-attention\ntitle: "注意力：机制 Attention"\nauthor: 甲\ndate: 2026-01-01T04:15:30+08:00\n---\n\n',
    );
    expect((await start("甲", { timeZone: "UTC" })).file).toContain("/posts/2025/甲.md");
  });

  it("names no author if there is none", async () => {
    expect((await start("甲", { author: "" })).meta).not.toHaveProperty("author");
  });

  it.each([
    "a: b # c",
    "- x",
    "null",
    "'",
    '"',
    "\\eqref{a} $\\alpha$",
    "{a}",
    "---",
    "2024-01-01",
    "!!js/function x",
    "& * ? |",
    "../../etc",
    "🎉",
    "%s",
    "x".repeat(300),
  ])("takes the title %s", async (title) => {
    const { meta } = await start(title);
    expect(meta["title"]).toBe(title);
  });

  it("keeps any title on one line", async () => {
    expect((await start(" a\n---\n\tb\u2028c\0 ")).meta["title"]).toBe("a --- b c");
    await fc.assert(
      fc.asyncProperty(
        fc
          .string({ unit: "binary", minLength: 1 })
          .filter((text) => /[^\s\p{Cc}]/u.test(text) && !/\p{Cs}/u.test(text)),
        async (title) => {
          const { meta, text } = await start(title);
          expect(meta["title"]).toBe(title.replace(/[\s\p{Cc}]+/gu, " ").trim());
          expect(text.split("\n")).toHaveLength(8);
        },
      ),
      { numRuns: 25 },
    );
  });

  it("overwrites nothing, and does not take the address of another", async () => {
    const contentDir = tempFolder();
    const other = put(contentDir, "posts/2019/甲.md", "old");
    await expect(start("甲", { contentDir })).rejects.toThrow(`${other} exists already`);
    await start("乙", { contentDir });
    await expect(start("乙!", { contentDir })).rejects.toThrow("exists already");
    expect(readFileSync(other, "utf8")).toBe("old");
  });

  it.each(["", "  \n", "\0"])("needs a title, which %j is not", async (title) => {
    await expect(start(title)).rejects.toThrow("a post needs a title");
  });
});
