import { describe, expect, it } from "vitest";
import { buildSite, post } from "../support/site.ts";

const part = (id: string, title: string, day: string, more = "") =>
  post(`posts/${id}.md`, `id: ${id}\ntitle: "${title}"\ndate: ${day}\n${more}`);

describe("a series", () => {
  const content =
    part("a", "漫谈（一）：始", "2024-01-01", "readers: 1,000") +
    part("b", "漫谈（二）：承", "2024-02-01") +
    part("d", "漫谈（四）：合", "2024-04-01", "readers: 500");

  it("has a page with its parts in order and its gaps under their numbers", async () => {
    const { textOf, reported } = await buildSite(content);
    const text = textOf("series/漫谈/index.html");
    expect(text).toMatch(/1 始 .* 2 承 .* 3 未收录 4 合/);
    expect(text).toContain("已收录 3 / 4");
    expect(text).toContain("读者合计 1,500");
    expect(reported).toEqual([]);
  });

  it("shows on each post where it stands and what its neighbours are", async () => {
    const { files, textOf } = await buildSite(content);
    const middle = files.get("archives/b/index.html") ?? "";
    expect(textOf("archives/b/index.html")).toContain("漫谈 2 / 4");
    expect(middle).toContain('<a rel="prev" href="/archives/a/">');
    expect(middle).toContain('<a class="next" rel="next" href="/archives/d/">');
    expect(middle.match(/<li class="is-gap">/g)).toHaveLength(1);
    expect(files.get("archives/a/index.html")).not.toContain('rel="prev"');
    expect(files.get("archives/d/index.html")).not.toContain('rel="next"');
  });

  it("leaves the place of a draft as a gap without a link", async () => {
    const { files, textOf } = await buildSite(content + part("c", "漫谈（三）：转", "2024-03-01", "draft: true\n"));
    const page = files.get("series/漫谈/index.html") ?? "";
    expect(textOf("series/漫谈/index.html")).toContain("3 未收录 4 合");
    expect(page).not.toContain("/archives/c/");
    expect(files.get("archives/b/index.html")).not.toContain("/archives/c/");
  });

  it("that gets another part changes the pages that show it, and no other", async () => {
    const alone = part("x", "别的", "2023-01-01");
    const [before, after] = [
      await buildSite(alone + content),
      await buildSite(alone + content + part("e", "漫谈（五）：续", "2024-05-01")),
    ];
    const pages = [...after.files.keys()].filter((path) => path.startsWith("archives/") && path.endsWith(".html"));
    const changed = pages.filter((path) => before.files.get(path) !== after.files.get(path));
    // The list of all posts, the new part, and those whose box lists it.
    const shown = ["", "a/", "b/", "d/", "e/"].map((id) => `archives/${id}index.html`);
    expect(changed.toSorted()).toEqual(shown.toSorted());
  });

  it("may be named by the front matter, which also keeps a post out", async () => {
    const { site } = await buildSite(
      part("a", "漫谈（一）", "2024-01-01", "series: false") +
        part("b", "另一篇", "2024-02-01", "series: 漫谈\npart: 2") +
        part("c", "漫谈（三）", "2024-03-01"),
    );
    expect(site.series.map(({ name, posts }) => [name, posts])).toEqual([["漫谈", ["b", "c"]]]);
  });

  it("with two posts of one number lists both and reports it", async () => {
    const { site, reported } = await buildSite(
      part("a", "漫谈（一）：甲", "2024-01-01") + part("b", "漫谈（一）：乙", "2024-01-02"),
    );
    expect(site.series[0]?.posts).toEqual(["a", "b"]);
    expect(reported.join()).toContain("posts/b.md info series/duplicate-part");
  });

  it("of a part whose halves are posts has both, one after the other", async () => {
    const { textOf } = await buildSite(
      part("x", "漫谈（五）：乘方（下）", "2024-01-03") +
        part("y", "漫谈（五）：乘方（上）", "2024-01-02") +
        part("z", "漫谈（四）：加法", "2024-01-01"),
    );
    expect(textOf("series/漫谈/index.html")).toMatch(/4 加法 .* 5上 乘方 .* 5下 乘方/);
  });

  it("titles that name none make none", async () => {
    const { site, textOf } = await buildSite(post("posts/a.md", "id: a\ntitle: 一篇\ndate: 2024-01-01"));
    expect(site.series).toEqual([]);
    expect(textOf("archives/a/index.html")).not.toContain("系列内");
  });
});
