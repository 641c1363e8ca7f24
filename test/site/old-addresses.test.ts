import { describe, expect, it } from "vitest";
import { builtSite, type GivenPost } from "../support/built-site.ts";
import { linksIn, metaTags } from "../support/html.ts";

const built = (posts: Readonly<Record<string, GivenPost>>, settings: Parameters<typeof builtSite>[1] = {}) =>
  builtSite(posts, settings);

describe("an old address", () => {
  it("is a page that sends readers on", async () => {
    const { file } = await built({ 42: ["title: <旋转>\naliases: /2015/%E6%97%8B.html", "文"] });
    expect(file("2015/旋.html")).toBe(`<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>&lt;旋转&gt;</title>
<link rel="canonical" href="https://example.org/archives/42/">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=/archives/42/">
<p><a href="/archives/42/">&lt;旋转&gt;</a></p>
</html>
`);
    expect(metaTags(file("2015/旋.html"))).toEqual([["robots", "noindex"]]);
  });

  it("is in the lists for servers, with 301 and the base path", async () => {
    const { file } = await built(
      {
        1: ["title: 甲\ndate: 2020-03-04\naliases: ['/?p=1', '/old/a', '/old/$b;\"c']", "文"],
        2: ["title: 乙 丙\ndate: 2021-03-04", "文"],
      },
      { base: "/blog/", baseUrl: "", oldPermalinks: ["/:year/:month/:day/:slug.html", "/archives/:id/"] },
    );
    expect(file("_redirects").split("\n")).toEqual([
      "/blog/2021/03/04/%E4%B9%99-%E4%B8%99.html /blog/archives/2/ 301",
      "/blog/old/a/ /blog/archives/1/ 301",
      "/blog/old/$b;%22c/ /blog/archives/1/ 301",
      "/blog/2020/03/04/%E7%94%B2.html /blog/archives/1/ 301",
      "",
    ]);
    expect(file("redirects.nginx.map").split("\n")).toEqual([
      '"/blog/2021/03/04/%E4%B9%99-%E4%B8%99.html" "/blog/archives/2/";',
      '"/blog/?p=1" "/blog/archives/1/";',
      '"/blog/old/a/" "/blog/archives/1/";',
      '"/blog/old/%24b;%22c/" "/blog/archives/1/";',
      '"/blog/2020/03/04/%E7%94%B2.html" "/blog/archives/1/";',
      "",
    ]);
    expect(file("old/a/index.html")).toContain('<link rel="canonical" href="/blog/archives/1/">');
  });

  it("is the target of links in posts", async () => {
    const { file, remarks } = await built({
      1: ["title: 甲\naliases: [/old/one.html, '/?p=1']", "文"],
      2: ["title: 乙", "[旧](/old/one.html#cite)、[首页](/)"],
    });
    expect(linksIn(file("archives/2/index.html"))).toEqual(
      expect.arrayContaining(["旧 → /archives/1/#cite", "首页 → /"]),
    );
    expect(remarks).toEqual([]);
  });

  it("is reported if a page has it, or another post had it", async () => {
    const { file, remarks } = await built({
      1: ["title: 甲\ndate: 2020-01-01\naliases: [/archives/2, /tags/, /old/]", "文"],
      2: ["title: 乙\ndate: 2021-01-01\naliases: [/old, /old/, '/100%/']", "文"],
    });
    expect(remarks).toEqual([
      "1.md: site/alias-clash the old address /archives/2/ is taken: the post posts/2.md has it → take it out of aliases, or out of the other post",
      "1.md: site/alias-clash the old address /old/ is taken: an old address of posts/2.md has it → take it out of aliases, or out of the other post",
      "1.md: site/alias-clash the old address /tags/ is taken: the page terms has it → take it out of aliases, or out of the other post",
    ]);
    expect(file("old/index.html")).toContain("/archives/2/");
  });

  it("makes no files if there is none", async () => {
    const { files } = await built({ 1: ["title: 甲", "文"] }, { oldPermalinks: ["/archives/:id"] });
    expect([...files.keys()].filter((path) => /redirect/.test(path))).toEqual([]);
  });
});
