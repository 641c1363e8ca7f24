import { describe, expect, it } from "vitest";
import { relativeLinks } from "../../src/pages/relative-links.ts";
import { buildSite, post } from "../support/site.ts";

describe("links of a folder that opens from a disk", () => {
  it.each([
    ["a page", '<a href="/archives/1/">', '<a href="../../archives/1/index.html">'],
    ["the home page", '<a class="x" href="/">', '<a class="x" href="../../index.html">'],
    ["a place in a page", '<a href="/archives/1/#eq:a">', '<a href="../../archives/1/index.html#eq:a">'],
    ["a page with a question", '<a href="/?a=/b/">', '<a href="../../index.html?a=/b/">'],
    ["a file", '<img alt="1 > 0" src="/images/图.png"/>', '<img alt="1 > 0" src="../../images/图.png"/>'],
    ["a place in this page", '<a href="#eq:a">', '<a href="#eq:a">'],
    ["another site", '<a href="//example.org/"><a href="https://example.org/">', undefined],
    ["what only looks like a link", 'href="/a/" &lt;a href="/a/">', undefined],
    ["the text of a formula", '<math alttext="a<b href=/c/">', undefined],
  ])("to %s", (_what, html, expected) => {
    expect(relativeLinks(html, "archives/2/index.html", "/")).toBe(expected ?? html);
  });

  it("lead nowhere outside the path of the site", () => {
    expect(relativeLinks('<a href="/other/"><a href="/blog/">', "index.html", "/blog/")).toBe(
      '<a href="/other/"><a href="index.html">',
    );
  });

  it("leave out what browsers refuse to load from a disk", () => {
    const head = '<link rel="manifest" href="/m"/><link rel="preload" href="/f"/><link rel="icon" href="/i"/>';
    expect(relativeLinks(head, "index.html", "/")).toBe('<link rel="icon" href="i"/>');
  });

  it("are on every page of such a site", async () => {
    const content = post("posts/a.md", "id: 1\ntitle: 转动（一）\ndate: 2020-01-01", "一。");
    const config = { offline: { relative: true }, search: { engine: "none" as const } };
    const { files } = await buildSite(content, { config });
    for (const [path, text] of files)
      if (path.endsWith(".html")) expect(text.match(/ (?:href|src)="\/[^"]*"/g), path).toBeNull();
    expect(files.get("index.html")).toContain('href="archives/1/index.html"');
  });
});

describe("a site that is an app", () => {
  const content =
    post("posts/a.md", "id: 1\ntitle: 转动（一）：甲\ndate: 2020-01-01") +
    post("posts/b.md", "id: 2\ntitle: 转动（二）：乙\ndate: 2020-01-02");

  it("offers to keep a series, and has a page for readers without a network", async () => {
    const { files, textOf } = await buildSite(content, { config: { offline: { app: true } } });
    const pages = "[&quot;/series/%E8%BD%AC%E5%8A%A8/&quot;,&quot;/archives/1/&quot;,&quot;/archives/2/&quot;]";
    expect(files.get("series/转动/index.html")).toContain(`data-keep="${pages}"`);
    expect(textOf("offline/index.html")).toContain("没有网络");
    expect(files.get("sitemap.xml")).not.toContain("/offline/");
  });

  it("is only so if its author says so", async () => {
    const { files } = await buildSite(content);
    expect(files.get("series/转动/index.html")).not.toContain("data-keep");
    expect(files.has("offline/index.html")).toBe(false);
  });
});
