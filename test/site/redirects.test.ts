import { describe, expect, it } from "vitest";
import type { UserConfig } from "../../src/config/schema.ts";
import { linksIn, metaTags } from "../support/html.ts";
import { buildSite } from "../support/site.ts";

/** A site of two posts with a file of old addresses. */
async function built(redirects: string, config: UserConfig = {}) {
  const posts = ["甲", "乙"].map((title, index) => {
    const id = index + 1;
    return `-- posts/${id}.md --\n---\nid: ${id}\ntitle: ${title}\ndate: 2020-01-0${id}\ntags: [复数]\naliases: /old/${id}.html\n---\n\n[标签](/tag/complex/)\n`;
  });
  const site = await buildSite(`${posts.join("")}-- data/redirects/old.txt --\n${redirects}\n`, { config });
  return { ...site, lines: (path: string) => (site.files.get(path) ?? "").split("\n").filter(Boolean) };
}

describe("an old address of what is no post", () => {
  it("is a page that sends readers on, and what links in posts may lead to", async () => {
    const { files, reported } = await built("/tag/complex/ /tags/复数/");
    const page = files.get("tag/complex/index.html") ?? "";
    expect(metaTags(page)).toEqual([["robots", "noindex"]]);
    expect(page).toContain('<meta http-equiv="refresh" content="0; url=/tags/%E5%A4%8D%E6%95%B0/">');
    expect(linksIn(page)).toEqual(["/tags/复数/ → /tags/%E5%A4%8D%E6%95%B0/"]);
    expect(reported).toEqual([]);
  });

  it("is in the lists for servers, with the base path; one with a query in the map of nginx only", async () => {
    const { lines } = await built("/tag/complex /tags/复数/ 301\n/?cat=3 /archives/#n\n/?  /x/\n# /no /archives/", {
      base: "/blog/",
    });
    expect(lines("_redirects").slice(2)).toEqual(["/blog/tag/complex/ /blog/tags/%E5%A4%8D%E6%95%B0/ 301"]);
    expect(lines("redirects.caddy").slice(2)).toEqual([
      'redir "/blog/tag/complex/" "/blog/tags/%E5%A4%8D%E6%95%B0/" 301',
    ]);
    expect(lines("redirects.nginx.map").slice(2)).toEqual([
      '"/blog/tag/complex/" "/blog/tags/%E5%A4%8D%E6%95%B0/";',
      '"/blog/?cat=3" "/blog/archives/#n";',
    ]);
  });

  it("leads to where a post is today, by whichever of its addresses the post is named", async () => {
    const { lines } = await built("/attachment/9/ /old/1.html");
    expect(lines("_redirects")).toContain("/attachment/9/ /archives/1/ 301");
  });

  it("yields to what stands at it, and to an earlier line", async () => {
    const { lines, files, reported } = await built(
      "/archives/1 /archives/2/\n/old/1.html /archives/2/\n/a /archives/1/\n/a/ /archives/2/\n/tag/complex/ /tags/",
    );
    expect(lines("_redirects").slice(2)).toEqual(["/a/ /archives/1/ 301", "/tag/complex/ /tags/ 301"]);
    expect(files.get("old/1.html")).toContain("/archives/1/");
    expect(reported).toEqual([]);
  });

  it("leads to feeds and files beside pages that are there", async () => {
    const { reported, lines } = await built("/feed /rss.xml\n/feed/tag/x/ /tags/复数/atom.xml\n/tag/complex/ /tags/");
    expect(reported).toEqual([]);
    expect(lines("_redirects")).toContain("/feed/ /rss.xml 301");
  });
});

describe("a pattern of old addresses", () => {
  it("is for what is missing: hosts that would ask it first do not get it if something stands there", async () => {
    const { lines, files } = await built(
      '/tag/complex/ /tags/\n/search/* /search/?q=:splat\n/author/* /archives/\n/$a"(.)/* /:splat\n/字/* /x/:splat?y=“:splat',
    );
    expect(lines("_redirects").slice(3)).toEqual([
      "/author/* /archives/ 301",
      "/%E5%AD%97/* /x/:splat?y=%E2%80%9C:splat 301",
    ]);
    const rest = String.raw`(?<suanjing_rest>(?:[^?/\x5c][^?]*?)?)/?(?:\?.*)?$`;
    expect(lines("redirects.missing.nginx.map")).toEqual([
      `"~*^/search/${rest}" "/search/?q=$suanjing_rest";`,
      `"~*^/author/${rest}" "/archives/";`,
      `"~*^/\\$a%22\\(\\.\\)/${rest}" "/$suanjing_rest";`,
      `"~*^/%E5%AD%97/${rest}" "/x/$suanjing_rest?y=%E2%80%9C$suanjing_rest";`,
    ]);
    expect(lines("redirects.missing.caddy").slice(0, 2)).toEqual([
      String.raw`@missing0 vars_regexp missing0 {http.request.orig_uri} "(?i)^/search/((?:[^?/\x5c][^?]*?)?)/?(?:\?.*)?$"`,
      'redir @missing0 "/search/?q={re.missing0.1}" 301',
    ]);
    expect([...files.keys()].filter((path) => /author/.test(path))).toEqual([]);
  });

  it("does not lead to another site, whatever stands for the star", async () => {
    const { lines } = await built("/tag/complex/ /tags/\n/feed/* /:splat");
    expect(lines("_redirects").slice(3)).toEqual([]);
    const [, pattern = ""] = /"~\*(\S+)" /.exec(lines("redirects.missing.nginx.map")[0] ?? "") ?? [];
    const restOf = (target: string) => new RegExp(pattern, "i").exec(target)?.groups?.["suanjing_rest"];
    expect(restOf("/feed/archives/1/?x=//y")).toBe("archives/1");
    expect(restOf("/feed/")).toBe("");
    for (const target of ["/feed//host.example", "/feed///host.example/", "/feed/\\host.example"])
      expect(restOf(target)).toBeUndefined();
  });

  it("is left out if it leads nowhere", async () => {
    const { reported } = await built("/tag/complex/ /tags/\n/author/* /authors/");
    expect(reported).toEqual([
      "data/redirects/old.txt:2:1 warning redirects/nowhere: nothing stands at “/authors/”, which /author/ is to lead to",
    ]);
  });
});

describe("an old address below a file", () => {
  it("has no page, and is in the lists with and without its final slash", async () => {
    const { files, lines, reported } = await built("/tag/complex/ /tags/\n/old/1.html/page-2/ /archives/1/");
    expect(reported).toEqual([]);
    expect(lines("_redirects").slice(3)).toEqual([
      "/old/1.html/page-2/ /archives/1/ 301",
      "/old/1.html/page-2 /archives/1/ 301",
    ]);
    expect([...files.keys()].filter((path) => path.includes("page-2"))).toEqual([]);
  });

  it("or above one is reported if it is a post's own", async () => {
    const { diagnostics } = await buildSite(
      "-- posts/1.md --\n---\ntitle: 甲\ndate: 2020-01-01\naliases: [/x.html, /x.html/y/, /y.html/z/, /y.html]\n---\n文\n",
    );
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      "site/alias-clash the old address /x.html/y/ is taken: an old address of posts/1.md has it",
      "site/alias-clash the old address /y.html is taken: an old address of posts/1.md has it",
    ]);
  });
});
