import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { OutPath } from "../../src/model/brand.ts";
import { readManifest } from "../../src/host/manifest.ts";
import { openOutput } from "../../src/host/output-tree.ts";
import { tempFolder } from "./temp-folder.ts";

const text = "算经".repeat(600);
const out = (path: string) => path as OutPath;

/** Builds the given files into `dist`, compressed, and gives its names. */
async function build(root: string, files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const dist = join(root, "dist");
  const tree = await openOutput(dist);
  const before = await readManifest(dist);
  if (before) tree.reuse(before);
  for (const [path, body] of Object.entries(files)) await tree.write({ path: out(path), body });
  await tree.commit({ compress: true });
  return readdirSync(dist).sort();
}

describe("build --compress", () => {
  it("writes long texts once more, and unpacks to the same bytes", async () => {
    const root = tempFolder();
    const files = { "a.html": text, "short.html": "x", "picture.png": text };
    expect(await build(root, files)).toEqual([
      ".suanjing.json",
      "a.html",
      "a.html.br",
      "a.html.gz",
      "picture.png",
      "short.html",
    ]);
    const bytes = (name: string) => readFileSync(join(root, "dist", name));
    expect(brotliDecompressSync(bytes("a.html.br")).toString()).toBe(text);
    expect(gunzipSync(bytes("a.html.gz")).toString()).toBe(text);
    expect([...((await readManifest(join(root, "dist")))?.keys() ?? [])]).toContain("a.html.br");
  });

  it("compresses only what has changed, to the same bytes every time", async () => {
    const root = tempFolder();
    const file = (name: string) => join(root, "dist", name);
    await build(root, { "a.html": text, "b.html": text });
    const [kept, bytes] = [statSync(file("a.html.br")).ino, readFileSync(file("b.html.gz"))];
    await build(root, { "a.html": text, "b.html": `${text}又` });
    expect(statSync(file("a.html.br")).ino).toBe(kept);
    expect(readFileSync(file("b.html.gz"))).not.toEqual(bytes);
    await build(root, { "a.html": text, "b.html": text });
    expect(readFileSync(file("b.html.gz"))).toEqual(bytes);
  });

  it("leaves a compressed file that the author has made", async () => {
    const root = tempFolder();
    await build(root, { "a.html": text, "a.html.br": "mine" });
    expect(readFileSync(join(root, "dist/a.html.br"), "utf8")).toBe("mine");
  });
});
