import { describe, expect, it } from "vitest";
import { builtSite } from "../support/built-site.ts";
import { linksIn } from "../support/html.ts";

/** The part 被引用 of a page: its links, and the sentences below. */
function backlinks(html: string): { readonly links: readonly string[]; readonly sentences: readonly string[] } {
  const start = html.indexOf('<h2 id="backlinks">');
  const section = start < 0 ? "" : html.slice(start, html.indexOf("</section>", start));
  return {
    links: linksIn(section),
    sentences: [...section.matchAll(/<p>([^<]*)<\/p>/g)].map(([, text = ""]) => text),
  };
}

const page = (site: Awaited<ReturnType<typeof builtSite>>, id: string) =>
  backlinks(site.file(`archives/${id}/index.html`));

describe("who names a post", () => {
  it("by a link, a title, and an equation, with the sentence around it", async () => {
    const site = await builtSite({
      a: ["title: 旋转\ndate: 2020-01-01", "\\begin{equation}a\\label{eq:a}\\end{equation}"],
      b: ["title: 其二\ndate: 2020-01-02", "前文。如[此文](/archives/a/)所说，$x$成立。后文。"],
      c: ["title: 其三\ndate: 2020-01-03", "见《旋转》。"],
      d: ["title: 其四\ndate: 2020-01-04", "由\\eqref{a#eq:a}可知。又由$\\eqref{a#eq:a}+1$可知。"],
    });
    expect(page(site, "a")).toEqual({
      links: ["其四 → /archives/d/", "其三 → /archives/c/", "其二 → /archives/b/"],
      sentences: ["由可知。", "见《旋转》。", "如此文所说，x成立。"],
    });
  });

  it("is listed once a post, with its different sentences", async () => {
    const site = await builtSite({
      a: ["title: 旋转", "文"],
      b: [
        "title: 其二",
        "见[甲](/archives/a/)。\n\n见[甲](/archives/a/)。\n\n又见[乙](a.md#无)。\n\n三见[丙](https://example.org/archives/a)。\n\n四见《旋转》。",
      ],
    });
    expect(page(site, "a")).toEqual({ links: ["其二 → /archives/b/"], sentences: ["见甲。", "又见乙。", "三见丙。"] });
  });

  it("is grouped by series, posts without one last", async () => {
    const site = await builtSite({
      a: ["title: 旋转", "文"],
      b: ["title: 圆（一）\ndate: 2020-02-01", "《旋转》"],
      c: ["title: 圆（二）\ndate: 2020-02-02", "《旋转》"],
      d: ["title: 其四\ndate: 2020-03-01", "《旋转》"],
    });
    expect(page(site, "a").links).toEqual([
      "圆 → /series/%E5%9C%86/",
      "圆（二） → /archives/c/",
      "圆（一） → /archives/b/",
      "其四 → /archives/d/",
    ]);
  });

  it("does not count the post itself, nor addresses without a post", async () => {
    const site = await builtSite({
      a: ["title: 旋转", "[本文](/archives/a/)、[无](/archives/404/)、[站外](https://example.com/)"],
    });
    expect(page(site, "a").links).toEqual([]);
  });
});
