import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { compareText } from "../../../scripts/text-loss.ts";
import { sha256 } from "../../../src/host/hash.ts";
import type { SourcePath } from "../../../src/model/brand.ts";

it("the page of every sample post has the whole text of its source", () => {
  const folder = join(import.meta.dirname, "..", "..", "..", "content", "posts");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md"));
  expect(files.length).toBeGreaterThan(15);
  for (const path of files) {
    const text = readFileSync(join(folder, path), "utf8");
    expect(compareText({ path: path as SourcePath, text, hash: sha256(text) }).difference, path).toBeUndefined();
  }
});
