import { describe, expect, it } from "vitest";
import type { OutputFile } from "../../src/model/page.ts";
import { sha256 } from "../../src/host/hash.ts";
import { searchFiles } from "../../src/search/index-files.ts";
import { itemAt } from "../../src/text/known.ts";
import { encodePost } from "../../src/text/search/postings.ts";
import { openSearch } from "../support/search.ts";
import { buildSite, post } from "../support/site.ts";

const a = post("a.md", "id: a\ntitle: 甲（一）\ndate: 2024-01-02\ntags: [圆, 线]\nreaders: 7", "圆的面积$x+y$。");
const b = post("b.md", "id: b\ntitle: 乙", "线的长度。");
const rules = { "post/missing-date": "ignore" } as const;

/** A text in which no two hanzi stand together twice. */
function manyWords(count: number): string {
  return Array.from({ length: count }, (_, index) => String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000))).join("");
}

async function* eachOf<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

const indexOf = (files: ReadonlyMap<string, string>) =>
  [...files.keys()].filter((path) => path.startsWith("assets/search."));

describe("the files of the search", () => {
  it("name posts with what they are filtered and ordered by", async () => {
    const { index } = openSearch(await buildSite(a + b, { config: { base: "/blog/", rules } }));
    expect(await index.catalogue()).toMatchObject({
      folder: expect.stringMatching(/^\/blog\/assets\/search\.[0-9a-f]{10}\/$/) as string,
      shards: 1,
      series: ["甲"],
      tags: ["圆", "线"],
      posts: [
        { t: "甲（一）", u: "/blog/archives/a/", d: "2024-01-02", r: 7, s: 0, g: [0, 1] },
        { t: "乙", u: "/blog/archives/b/", g: [] },
      ],
    });
  });

  it("are the same for the same content, whatever the order of the sources, and named after it", async () => {
    const config = { rules };
    const [one, other] = [await buildSite(a + b, { config }), await buildSite(b + a, { config })];
    const changed = await buildSite(a + b.replace("长度", "宽度"), { config });
    expect(indexOf(one.files)).toEqual(indexOf(other.files));
    for (const path of [...indexOf(one.files), "search/index.json"])
      expect(one.files.get(path)).toBe(other.files.get(path));
    expect(indexOf(changed.files)).not.toEqual(indexOf(one.files));
  });

  it("are as many as the index needs", async () => {
    const { files } = await buildSite(post("a.md", "id: a\ntitle: 长文\ndate: 2024-01-01", manyWords(5000)));
    expect(indexOf(files).length).toBe(8 + 1);
  });

  it("are the same whether the words of the posts are held all at once or for a few files at a time", async () => {
    const posts = Array.from({ length: 3 }, (_, index) =>
      post(`${index}.md`, `id: p${index}\ntitle: 长文${index}\ndate: 2024-01-0${index + 1}`, manyWords(5000 + index)),
    );
    const { site } = await buildSite(posts.join(""));
    const records = site.posts.map(({ titleText }, index) => ({
      ...encodePost([titleText, manyWords(5000 + index)]),
      formulas: `x_${index}\t0\n`,
    }));
    const sizes = new Map(
      site.posts.map(({ meta }, index) => {
        const { length, postings } = itemAt(records, index);
        return [meta.id, { length, bytes: postings.length }];
      }),
    );
    const filesHolding = async (held?: number) => {
      let times = 0;
      const content = { sizes, records: () => ((times += 1), eachOf(records)) };
      const files: OutputFile[] = [];
      for await (const file of searchFiles(site, content, { hash: sha256, ...(held !== undefined && { held }) }))
        files.push(file);
      return { files, times };
    };
    const [atOnce, bitByBit] = [await filesHolding(), await filesHolding(20_000)];
    expect([atOnce.times, bitByBit.times]).toEqual([2, 9]);
    expect(bitByBit.files).toEqual(atOnce.files);
  });

  it("are there for a site without posts", async () => {
    const { files } = await buildSite("");
    expect(JSON.parse(files.get("search/index.json") ?? "")).toMatchObject({ shards: 1, posts: [] });
  });

  it("are absent if the site has no search, and so are its page and the link to it", async () => {
    const { files } = await buildSite(a, { config: { search: { engine: "none" } } });
    expect([...files.keys()].filter((path) => /search/.test(path))).toEqual([]);
    expect(files.get("index.html")).not.toMatch(/search|搜索/);
  });
});

describe("the page of the search", () => {
  it("explains itself without script, leads to the lists, and stands in no sitemap", async () => {
    const { files } = await buildSite(a);
    const page = files.get("search/index.html") ?? "";
    const [, without = ""] = /<noscript>(.*?)<\/noscript>/s.exec(page) ?? [];
    expect(without).toContain("需要打开脚本");
    for (const path of ["/archives/", "/series/", "/tags/"]) expect(without).toContain(`href="${path}"`);
    expect(page).not.toContain("noindex");
    expect(files.get("sitemap.xml")).not.toContain("/search/");
  });

  it("can be asked from the address bar of a browser that knows OpenSearch", async () => {
    const { files } = await buildSite(a, { config: { title: "一个名字比十六个字还要长的博客＆其他", base: "/blog/" } });
    expect(files.get("opensearch.xml")).toContain('template="https://example.org/blog/search/?q={searchTerms}"');
    expect(files.get("opensearch.xml")).toContain("<ShortName>一个名字比十六个字还要长的博客＆</ShortName>");
    expect(files.get("opensearch.xml")).toContain("<Description>一个名字比十六个字还要长的博客＆其他</Description>");
    expect(files.get("index.html")).toMatch(/<link rel="search"[^>]*href="\/blog\/opensearch.xml"/);
  });

  it("is not offered to browsers while the address of the site is not known", async () => {
    const { files } = await buildSite(a, { config: { baseUrl: "", description: "描述" } });
    expect(files.has("opensearch.xml")).toBe(false);
    expect(files.get("index.html")).not.toContain('rel="search"');
  });

  it("speaks English on an English site", async () => {
    const { textOf } = await buildSite(a, { config: { language: "en" } });
    expect(textOf("search/index.html")).toContain("The search runs in your browser");
    expect(textOf("search/dialog.html")).toContain("Open the search by");
  });
});
