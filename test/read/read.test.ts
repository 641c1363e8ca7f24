import { describe, expect, it } from "vitest";
import { filesMemory } from "../../src/host/files-memory.ts";
import { sha256 } from "../../src/host/hash.ts";
import { read, type Texts } from "../../src/read/read.ts";

/** Gives the same bytes for the same path. */
function keeping(readFile: (path: string) => Promise<Uint8Array>) {
  const kept = new Map<string, Promise<Uint8Array>>();
  return (path: string) => {
    const bytes = kept.get(path) ?? readFile(path);
    kept.set(path, bytes);
    return bytes;
  };
}

const readAll = (files: Readonly<Record<string, string | Uint8Array>>) => read(filesMemory(files), sha256);

describe("reading a content folder", () => {
  it("takes the Markdown of posts/ as posts and the files beside them as attached", async () => {
    const { value, diagnostics } = await readAll({
      "posts/2024/a.md": "甲",
      "posts/2024/a.png": new Uint8Array([1]),
      "posts/b.markdown": "乙",
      "posts/c.MD": "丙",
      "data/readers.csv": "x",
      "notes.md": "不算",
    });
    expect(value.sources.map(({ path, text }) => [path, text])).toEqual([
      ["posts/2024/a.md", "甲"],
      ["posts/b.markdown", "乙"],
      ["posts/c.MD", "丙"],
    ]);
    expect(value.attached).toEqual(["posts/2024/a.png"]);
    expect(diagnostics).toEqual([]);
  });

  it("does not decode again what it is given a second time", async () => {
    const files = filesMemory({ "a.md": new TextEncoder().encode("甲"), "b.md": new TextEncoder().encode("乙") });
    const kept = { ...files, read: keeping((path) => files.read(path)) };
    const texts: Texts = new WeakMap();
    const [first, second] = [await read(kept, sha256, texts), await read(kept, sha256, texts)];
    expect(second).toEqual(first);
    expect(second.value.sources[0]).toBe(first.value.sources[0]);
  });

  it("takes every Markdown file of a folder without posts/, but for data/", async () => {
    const { value } = await readAll({
      "a.md": "甲",
      "sub/b.md": "乙",
      "sub/c.txt": "",
      "data/d.md": "丁",
      "data/e.csv": "",
    });
    expect(value.sources.map(({ path }) => path)).toEqual(["a.md", "sub/b.md"]);
    expect(value.attached).toEqual(["sub/c.txt"]);
  });

  it("takes data/ and the references by their places, and copies none of them", async () => {
    const { value } = await readAll({
      "posts/a.md": "甲",
      "data/series.yaml": "系",
      "references.bib": "献",
      "data/readers/2025.csv": "数",
      "data/readers/2024.csv": "数",
      "data/readers/sources.yaml": "源",
      "data/comments/old.json": "评",
      "data/comments/redacted.yaml": "忘",
      "data/comments/deep/er.json": "",
      "data/notes.txt": "",
    });
    const { series, references, readers, readerSources, comments, redacted } = value.data;
    expect(series?.text).toBe("系");
    expect(references?.path).toBe("references.bib");
    expect(readers.map(({ path }) => path)).toEqual(["data/readers/2024.csv", "data/readers/2025.csv"]);
    expect(readerSources?.text).toBe("源");
    expect(redacted?.text).toBe("忘");
    expect(comments.map(({ path }) => path)).toEqual(["data/comments/old.json"]);
    expect(value.attached).toEqual([]);
  });

  it("drops a byte-order mark, makes line ends \\n, and keeps everything else", async () => {
    const { value } = await readAll({ "a.md": "\ufeff甲\r\n乙\r丙\u00a0\t末 " });
    expect(value.sources[0]?.text).toBe("甲\n乙\n丙\u00a0\t末 ");
    expect(value.sources[0]?.hash).toBe(sha256("甲\n乙\n丙\u00a0\t末 "));
  });

  it("leaves a file out that is not UTF-8, and says so; the others are read", async () => {
    const gbk = new Uint8Array([0xd6, 0xd0, 0xce, 0xc4]);
    const { value, diagnostics } = await readAll({ "a.md": gbk, "b.md": "乙" });
    expect(value.sources.map(({ path }) => path)).toEqual(["b.md"]);
    expect(diagnostics).toEqual([
      {
        code: "read/encoding",
        severity: "error",
        file: "a.md",
        message: "the file is not UTF-8",
        hint: "convert it, and keep the original",
      },
    ]);
  });
});
