import { describe, expect, it } from "vitest";
import { builtSite } from "../support/built-site.ts";
import { elements, metaTags, textsOf } from "../support/html.ts";

const hostile = "$ _ % { “引号” 😀 </script><b>";

describe("the citation of a post", () => {
  it("stands on its page, each form in a fold of one name, the line first and open", async () => {
    const { file } = await builtSite({ 42: ["title: 旋转\ndate: 2020-07-04\nauthor: [张三, 李四]", "文"] });
    const folds = elements(file("archives/42/index.html"), ({ properties }) => properties["name"] === "cite");
    expect(folds.map(({ properties }) => properties["open"] ?? false)).toEqual([true, false, false, false, false]);
    expect(textsOf(file("archives/42/index.html"), "summary").slice(-5)).toEqual([
      "文本",
      "BibTeX",
      "GB/T 7714",
      "CSL-JSON",
      "RIS",
    ]);
    expect(file("archives/42/index.html")).toContain(
      "张三, 李四. (Jul. 04, 2020). 《旋转》[Blog post]. Retrieved from https://example.org/archives/42/",
    );
  });

  it("is there as files", async () => {
    const { file, files } = await builtSite({ 42: ["title: 旋转", "文"] }, { permalink: "/p/:id.html" });
    expect([...files.keys()].filter((path) => path.startsWith("p/"))).toEqual([
      "p/42.html",
      "p/42/cite.bib",
      "p/42/cite.ris",
      "p/42/cite.json",
      "p/42/index.md",
    ]);
    expect(file("p/42/cite.bib")).toContain("@online{example-42,\n");
    expect(file("p/42.html")).toContain('href="/p/42/cite.bib"');
  });

  it.each([
    [{ citation: { prefix: "kexuefm" } }, "@online{kexuefm-42,"],
    [{ baseUrl: "https://www.blog.example.org/x" }, "@online{blog-42,"],
    [{ baseUrl: "" }, "@online{post-42,"],
  ])("has the key that the settings say: %o", async (settings, start) => {
    const { file } = await builtSite({ 42: ["title: 旋转", "文"] }, settings);
    expect(file("archives/42/cite.bib").startsWith(start)).toBe(true);
  });

  it("is made for a series with all its authors and its newest day", async () => {
    const { file } = await builtSite({
      a: ["title: 圆（一）\ndate: 2020-01-01", "文"],
      b: ["title: 圆（二）\ndate: 2021-05-30\nauthor: 李四", "文"],
    });
    expect(file("series/圆/index.html")).toContain("张三, 李四. (May. 30, 2021). 《圆》[Blog series].");
    expect(file("series/圆/cite.bib")).toContain("@online{example-圆,");
  });
});

describe("the head of a post", () => {
  it("has what reference managers and previews read", async () => {
    const { file } = await builtSite({
      42: [
        "title: 旋转\ndate: 2020-07-04 09:05\nupdated: 2021-01-01\ntags: [复数, 几何]\ncategory: 数学\nauthor: [张三, 李四]",
        "文。",
      ],
    });
    const tags = metaTags(file("archives/42/index.html"));
    expect(tags.slice(tags.findIndex(([name]) => name === "z:itemType"))).toEqual([
      ["z:itemType", "blogPost"],
      ["citation_title", "旋转"],
      ["citation_author", "张三"],
      ["citation_author", "李四"],
      ["citation_publication_date", "2020/07/04"],
      ["citation_online_date", "2020/07/04"],
      ["citation_language", "zh-CN"],
      ["citation_public_url", "https://example.org/archives/42/"],
      ["citation_abstract", "文。"],
      ["citation_keywords", "复数; 几何"],
      ["og:type", "article"],
      ["og:site_name", "示例站"],
      ["og:title", "旋转"],
      ["og:description", "文。"],
      ["og:url", "https://example.org/archives/42/"],
      ["og:locale", "zh_CN"],
      ["article:published_time", "2020-07-04T09:05:00+08:00"],
      ["article:modified_time", "2021-01-01T00:00:00+08:00"],
      ["article:author", "张三"],
      ["article:author", "李四"],
      ["article:section", "数学"],
      ["article:tag", "复数"],
      ["article:tag", "几何"],
    ]);
  });

  it("keeps a hostile title in every place", async () => {
    const { file } = await builtSite({ 42: [`title: '${hostile}（三）'`, "文"] });
    const html = file("archives/42/index.html");
    const scripts = textsOf(html, "script").filter((text) => text.includes("schema.org"));
    expect(scripts).toHaveLength(1);
    expect(JSON.parse(scripts[0] ?? "")).toMatchObject({
      "@type": "BlogPosting",
      headline: `${hostile}（三）`,
      isPartOf: { "@type": "CreativeWorkSeries", name: hostile },
      position: 1,
    });
    expect(Object.fromEntries(metaTags(html))["citation_title"]).toBe(`${hostile}（三）`);
    const [item] = JSON.parse(file("archives/42/cite.json")) as readonly { readonly title: string }[];
    expect(item?.title).toBe(`${hostile}（三）`);
    expect(file("archives/42/cite.bib")).toContain("\\$ \\_ \\% \\{ “引号” 😀 </script><b>（三）");
  });
});
