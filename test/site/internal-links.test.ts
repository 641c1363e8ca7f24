import { describe, expect, it } from "vitest";
import { builtSite } from "../support/built-site.ts";
import { linksIn } from "../support/html.ts";

const settings = { oldHosts: ["Old.example.net"] };

async function build(text: string, more: typeof settings & { readonly base?: string } = settings) {
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
    expect(links.slice(2)).toEqual(["文 → https://old.example.net/archives/9", "文 → /archives/8"]);
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
    ["/about/", "/about/"],
    ["paper.pdf", "paper.pdf"],
    ["/%E0%A4%A", "/%E0%A4%25A"],
  ])("%s is no address of a post", async (href, printed) => {
    expect(await build(`[文](${href})`)).toEqual({ links: [`文 → ${printed}`], remarks: [] });
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

  it("is a file of Markdown", async () => {
    expect((await build("[文](absent.md)")).remarks).toEqual([
      "2.md: link/undefined-post there is no post at “absent.md” → an address of a post that is not in the archive",
    ]);
  });
});
