import { describe, expect, it } from "vitest";
import type { UserConfig } from "../../src/config/schema.ts";
import { decodeAddress } from "../../src/text/decode-address.ts";
import { builtSite } from "../support/built-site.ts";
import { linksIn } from "../support/html.ts";

const settings = { oldHosts: ["Old.example.net"] };

async function build(text: string, more: UserConfig = settings) {
  const site = await builtSite(
    {
      1: ["title: 甲\naliases: /old/one.html", "## 第一节 开头\n\n\\begin{equation}a\\label{eq:a}\\end{equation}"],
      2: ["title: 乙", text],
    },
    more,
  );
  const html = site.file("archives/2/index.html");
  const start = html.indexOf('<div class="prose">');
  return { links: linksIn(html.slice(start, html.indexOf('class="endmark"', start))), remarks: site.remarks };
}

describe("a link to a post of the archive", () => {
  it.each([
    "/archives/1",
    "/archives/1/",
    "/archives/1/index.html",
    "/index.php/archives/1/",
    "/archives/1/comment-page-2",
    "/archives/%31/",
    "https://old.example.net/archives/1",
    "http://OLD.example.net/archives/1?from=feed",
    "//old.example.net/archives/1",
    "https://example.org/archives/1/",
    "/old/one.html",
    "1.md",
    "../posts/1.md",
  ])("%s leads to its page", async (href) => {
    expect(await build(`[文](${href})`)).toEqual({ links: ["文 → /archives/1/"], remarks: [] });
  });

  it.each([
    ["#第一节-开头", "#%E7%AC%AC%E4%B8%80%E8%8A%82-%E5%BC%80%E5%A4%B4"],
    ["#%E7%AC%AC%E4%B8%80%E8%8A%82-%E5%BC%80%E5%A4%B4", "#%E7%AC%AC%E4%B8%80%E8%8A%82-%E5%BC%80%E5%A4%B4"],
    ["#第一节%20开头", "#%E7%AC%AC%E4%B8%80%E8%8A%82-%E5%BC%80%E5%A4%B4"],
    ["#eq:a", "#eq%3Aa"],
    ["#cite", "#cite"],
    ["#", "#"],
  ])("keeps its fragment: %s", async (fragment, printed) => {
    expect(await build(`[文](https://old.example.net/archives/1${fragment})`)).toEqual({
      links: [`文 → /archives/1/${printed}`],
      remarks: [],
    });
  });

  it("holds the base path", async () => {
    expect((await build("[文](/archives/1)、[文](/blog/archives/1)", { ...settings, base: "/blog/" })).links).toEqual([
      "文 → /blog/archives/1/",
      "文 → /blog/archives/1/",
    ]);
  });
});

describe("a link to what is not there", () => {
  it("is reported once a post and address, in whatever spelling", async () => {
    const { links, remarks } = await build(
      "[文](/archives/9)、[文](/archives/9/#甲)、[文](https://old.example.net/archives/9)、[文](/archives/8)",
    );
    expect(links).toEqual([
      "文 → https://old.example.net/archives/9",
      "文 → https://old.example.net/archives/9/#%E7%94%B2",
      "文 → https://old.example.net/archives/9",
      "文 → https://old.example.net/archives/8",
    ]);
    expect(remarks).toEqual([
      "2.md: link/undefined-post there is no post at “/archives/9” → an address of a post that is not in the archive",
      "2.md: link/undefined-post there is no post at “/archives/8” → an address of a post that is not in the archive",
    ]);
  });

  it("is reported for a fragment, with the nearest one", async () => {
    const { remarks } = await build(
      "[文](/archives/1#第一节-开始)、[文](/archives/1/#第一节-开始)、[文](/archives/1#无此节之名)",
    );
    expect(remarks).toEqual([
      "2.md: link/undefined-fragment “/archives/1#第一节-开始”: the post has no place “#第一节-开始” → did you mean “#第一节-开头”?",
      "2.md: link/undefined-fragment “/archives/1#无此节之名”: the post has no place “#无此节之名”",
    ]);
  });

  it.each([
    ["https://old.example.net/", "https://old.example.net/"],
    ["https://old.example.net/about.html", "https://old.example.net/about.html"],
    ["https://example.com/archives/9", "https://example.com/archives/9"],
    ["mailto:a@example.com", "mailto:a@example.com"],
    ["/tags/", "/tags/"],
    ["/archives/1/index.md", "/archives/1/index.md"],
    ["/sitemap.xml?x=1#y", "/sitemap.xml?x=1#y"],
  ])("%s is no address of a post", async (href, printed) => {
    expect(await build(`[文](${href})`)).toEqual({ links: [`文 → ${printed}`], remarks: [] });
  });

  it.each([
    ["/tag/GAN/", "https://old.example.net/tag/GAN/", "an address of the old site, or one that is mistyped"],
    ["/serie", "https://old.example.net/serie", "did you mean “/series/”?"],
    ["/%E0%A4%25A", "https://old.example.net/%E0%A4%25A", "an address of the old site, or one that is mistyped"],
    ["1711.07971", "https://old.example.net/archives/2/1711.07971", "an address on another site begins with https://"],
  ])("%s is reported once, and leads to where the archive was before", async (href, printed, hint) => {
    expect(await build(`[文](${href})、[又](${href}#b)`)).toMatchObject({
      links: [`文 → ${printed}`, `又 → ${printed}#b`],
      remarks: [`2.md: link/undefined-path nothing stands at “${decodeAddress(href)}” → ${hint}`],
    });
  });

  it("stays as it is if it is no address at all", async () => {
    expect((await build('<a href="/\\[x">文</a>')).links).toEqual(["文 → /\\[x"]);
  });

  it("leads nowhere else if the archive was always here", async () => {
    for (const more of [{ oldHosts: [] }, { oldHosts: ["Example.org"] }]) {
      const { links } = await build("[文](/tag/GAN/)、[文](/archives/9)", more);
      expect(links).toEqual(["文 → /tag/GAN/", "文 → /archives/9"]);
    }
  });

  it("has no base path at the old host", async () => {
    const { links } = await build("[文](/tag/GAN/)、[文](/blog/archives/9)", { ...settings, base: "/blog/" });
    expect(links).toEqual(["文 → https://old.example.net/tag/GAN/", "文 → https://old.example.net/archives/9"]);
  });

  it("loses a fragment that the post does not have, unless comments may have it", async () => {
    const text = "[文](/archives/1#comment-9)、[文](/archives/1#无)";
    expect((await build(text)).links).toEqual(["文 → /archives/1/", "文 → /archives/1/"]);
    const live = { kind: "waline", server: "https://talk.example.net" } as const;
    const { links } = await build(text, { ...settings, comments: { live } });
    expect(links).toEqual(["文 → /archives/1/#comment-9", "文 → /archives/1/"]);
  });

  it("knows the names that MathJax gave to equations", async () => {
    const { remarks } = await builtSite(
      {
        1: ["title: 甲", "\\begin{align}a\\label{eq:a}\\\\ b\\end{align}"],
        2: ["title: 乙", "[一](/archives/1#mjx-eqn-eqa)、[二](/archives/1#mjx-eqn-2)、[三](/archives/1#mjx-eqn-3)"],
      },
      { math: { anchors: "mathjax2" } },
    );
    expect(remarks).toEqual([
      "2.md: link/undefined-fragment “/archives/1#mjx-eqn-3”: the post has no place “#mjx-eqn-3” → did you mean “#mjx-eqn-2”?",
    ]);
  });

  it("is not reported for a picture that is reported already", async () => {
    const { remarks } = await build("[![图](/a.png)](/a.png)、[图](/b.png)");
    expect(remarks.map((one) => one.replace(/ → .*/, ""))).toEqual([
      "2.md: image/missing there is no picture “/a.png”",
      "2.md: link/undefined-path nothing stands at “/b.png”",
    ]);
  });

  it("is a file of Markdown", async () => {
    expect((await build("[文](absent.md)")).remarks).toEqual([
      "2.md: link/undefined-post there is no post at “absent.md” → an address of a post that is not in the archive",
    ]);
  });
});
