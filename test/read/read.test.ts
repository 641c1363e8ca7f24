import { describe, expect, it } from "vitest";
import { filesMemory } from "../../src/host/files-memory.ts";
import { sha256 } from "../../src/host/hash.ts";
import { read, type Texts } from "../../src/read/read.ts";

/** Gives the same bytes for the same path. */
function keeping(readFile: (path: string) => Uint8Array) {
  const kept = new Map<string, Uint8Array>();
  return (path: string) => {
    const bytes = kept.get(path) ?? readFile(path);
    kept.set(path, bytes);
    return bytes;
  };
}

/** Reads a folder and opens every post. */
async function readAll(folder: Readonly<Record<string, string | Uint8Array>>) {
  const { value, diagnostics } = await read(filesMemory(folder), sha256);
  const opened = value.sources.paths.map((path) => value.sources.open(path));
  return {
    ...value,
    posts: opened.flatMap((one) => one.value ?? []),
    diagnostics: [...diagnostics, ...opened.flatMap((one) => one.diagnostics)],
  };
}

describe("reading a content folder", () => {
  it("takes the Markdown of posts/ as posts and the files beside them as attached", async () => {
    const { posts, attached, diagnostics } = await readAll({
      "posts/2024/a.md": "甲",
      "posts/2024/a.png": new Uint8Array([1]),
      "posts/b.markdown": "乙",
      "posts/c.MD": "丙",
      "data/readers.csv": "x",
      "notes.md": "不算",
    });
    expect(posts.map(({ path, text }) => [path, text])).toEqual([
      ["posts/2024/a.md", "甲"],
      ["posts/b.markdown", "乙"],
      ["posts/c.MD", "丙"],
    ]);
    expect(attached).toEqual(["posts/2024/a.png"]);
    expect(diagnostics).toEqual([]);
  });

  it("does not decode again what it is given a second time", async () => {
    const files = filesMemory({ "a.md": new TextEncoder().encode("甲"), "b.md": new TextEncoder().encode("乙") });
    const kept = { ...files, read: keeping((path) => files.read(path)) };
    const texts: Texts = new WeakMap();
    const [first, second] = [await read(kept, sha256, texts), await read(kept, sha256, texts)];
    const [path] = first.value.sources.paths;
    const opened = path !== undefined && first.value.sources.open(path).value;
    expect(opened).toMatchObject({ path: "a.md", text: "甲" });
    expect(path !== undefined && second.value.sources.open(path).value).toBe(opened);
  });

  it("takes every Markdown file of a folder without posts/, but for data/", async () => {
    const { posts, attached } = await readAll({
      "a.md": "甲",
      "sub/b.md": "乙",
      "sub/c.txt": "",
      "data/d.md": "丁",
      "data/e.csv": "",
    });
    expect(posts.map(({ path }) => path)).toEqual(["a.md", "sub/b.md"]);
    expect(attached).toEqual(["sub/c.txt"]);
  });

  it("takes data/ and the references by their places, and copies none of them", async () => {
    const { data, attached } = await readAll({
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
    const { series, references, readers, readerSources, comments, redacted } = data;
    expect(series?.text).toBe("系");
    expect(references?.path).toBe("references.bib");
    expect(readers.map(({ path }) => path)).toEqual(["data/readers/2024.csv", "data/readers/2025.csv"]);
    expect(readerSources?.text).toBe("源");
    expect(redacted?.text).toBe("忘");
    expect(comments.map(({ path }) => path)).toEqual(["data/comments/old.json"]);
    expect(attached).toEqual([]);
  });

  it("drops a byte-order mark, makes line ends \\n, and keeps everything else", async () => {
    const { posts } = await readAll({ "a.md": "\ufeff甲\r\n乙\r丙\u00a0\t末 " });
    expect(posts[0]?.text).toBe("甲\n乙\n丙\u00a0\t末 ");
    expect(posts[0]?.hash).toBe(sha256("甲\n乙\n丙\u00a0\t末 "));
  });

  it("leaves a file out that is not UTF-8, and says so; the others are read", async () => {
    const gbk = new Uint8Array([0xd6, 0xd0, 0xce, 0xc4]);
    const { posts, diagnostics } = await readAll({ "a.md": gbk, "b.md": "乙" });
    expect(posts.map(({ path }) => path)).toEqual(["b.md"]);
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
