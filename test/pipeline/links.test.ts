import { describe, expect, it } from "vitest";
import { buildSite, post } from "../support/site.ts";

const target = post(
  "posts/b.md",
  "id: 42\ntitle: 乙\ndate: 2024-01-01\naliases: [/2015/03/old-name.html]",
  "## 第一节\n\n文\n\n## $x^2$\n\n文",
);
const from = (body: string, path = "posts/a.md") => post(path, "id: a\ntitle: 甲\ndate: 2024-01-02", body);
const config = { oldHosts: ["kexue.fm", "www.kexue.fm"] };

async function linkIn(
  body: string,
  path?: string,
): Promise<{ readonly href: string | undefined; readonly reported: readonly string[] }> {
  const { files, reported } = await buildSite(target + from(body, path), { config });
  const html = files.get("archives/a/index.html") ?? "";
  const [, prose = ""] = /<div class="prose">([\s\S]*?)<p class="endmark"/.exec(html) ?? [];
  return { href: /<a href="([^"]*)"/.exec(prose)?.[1], reported };
}

describe("a link to a post", () => {
  it.each([
    ["its address", "[乙](/archives/42/)", "/archives/42/"],
    ["its address without the final slash", "[乙](/archives/42)", "/archives/42/"],
    ["its address with index.html", "[乙](/archives/42/index.html)", "/archives/42/"],
    ["an address of an old host", "[乙](https://kexue.fm/archives/42)", "/archives/42/"],
    ["an old host without scheme", "[乙](//www.kexue.fm/archives/42)", "/archives/42/"],
    ["the old host itself", "[旧站](https://kexue.fm)", "https://kexue.fm"],
    ["an alias", "[乙](/2015/03/old-name.html)", "/archives/42/"],
    ["the file beside it", "[乙](b.md)", "/archives/42/"],
    ["a heading", "[乙](/archives/42#第一节)", "/archives/42/#%E7%AC%AC%E4%B8%80%E8%8A%82"],
    [
      "a heading, percent-encoded",
      "[乙](/archives/42#%E7%AC%AC%E4%B8%80%E8%8A%82)",
      "/archives/42/#%E7%AC%AC%E4%B8%80%E8%8A%82",
    ],
    ["a heading with a formula, by its TeX", "[乙](/archives/42#x%5E2)", "/archives/42/#x%5E2"],
    ["a page of the site", "[系列](/series/)", "/series/"],
    ["another site", "[外](https://example.com/archives/42)", "https://example.com/archives/42"],
    ["the file beside it, by a path with a dot", "[乙](./b.md)", "/archives/42/"],
    ["an e-mail address", "[信](mailto:a@example.org)", "mailto:a@example.org"],
    ["a place of its own page", "[上](#top)", "#top"],
  ])("may be %s", async (_what, body, expected) => {
    expect(await linkIn(body)).toEqual({ href: expected, reported: [] });
  });

  it("may be the file in another folder", async () => {
    expect(await linkIn("[乙](../posts/b.md)", "posts/a.md")).toEqual({ href: "/archives/42/", reported: [] });
  });

  it("that is not there is reported, and leads to where the archive was before", async () => {
    expect(await linkIn("见[丙](/archives/43)")).toEqual({
      href: "https://kexue.fm/archives/43",
      reported: ["posts/a.md:7:2 warning link/undefined-post: there is no post at “/archives/43”"],
    });
    expect((await linkIn("[丙](https://kexue.fm/archives/43)")).reported).toEqual([
      "posts/a.md:7:1 warning link/undefined-post: there is no post at “https://kexue.fm/archives/43”",
    ]);
    expect((await linkIn("[丙](c.md)")).reported).toEqual([
      "posts/a.md:7:1 warning link/undefined-post: there is no post at “c.md”",
    ]);
  });

  it("with a heading that is not there is reported with the nearest one", async () => {
    const { diagnostics } = await buildSite(target + from("[乙](/archives/42#第二节)"), { config });
    expect(diagnostics).toMatchObject([{ code: "link/undefined-fragment", hint: "did you mean “#第一节”?" }]);
  });

  it("with bytes that are no UTF-8 is compared as it is written", async () => {
    expect((await linkIn("[乙](/archives/42#%E7%AC)")).reported[0]).toContain("link/undefined-fragment");
  });
});

describe("an alias", () => {
  it("of two posts leads to the newer, and never hides the address of a post", async () => {
    const { files, reported } = await buildSite(
      post("posts/a.md", "id: 1\ntitle: 甲\ndate: 2024-01-01\naliases: [/旧/, /archives/3/]") +
        post("posts/b.md", "id: 2\ntitle: 乙\ndate: 2024-01-02\naliases: [/旧/]") +
        post("posts/c.md", "id: 3\ntitle: 丙\ndate: 2024-01-03", "[旧](/旧/) [三](/archives/3/)"),
    );
    expect(reported).toEqual([
      "posts/a.md warning site/alias-clash: the old address /archives/3/ is taken: the post posts/c.md has it",
      "posts/a.md warning site/alias-clash: the old address /旧/ is taken: an old address of posts/b.md has it",
    ]);
    expect(files.get("archives/3/index.html")).toMatch(
      /<a href="\/archives\/2\/">旧<\/a> <a href="\/archives\/3\/">三/,
    );
  });
});

describe("a link to an equation", () => {
  it("without text gets its number; one to a heading or a post stays empty", async () => {
    const { files } = await buildSite(
      post(
        "posts/a.md",
        "id: 1\ntitle: 甲\ndate: 2024-01-01",
        "## 节\n\n\\begin{equation}x\\label{eq:x}\\end{equation}",
      ) +
        post(
          "posts/b.md",
          "id: 2\ntitle: 乙\ndate: 2024-01-02",
          "[](/archives/1#eq:x)[](/archives/1#节)[](/archives/1)",
        ),
    );
    expect(files.get("archives/2/index.html")).toContain(
      '<a href="/archives/1/#eq%3Ax">(1)</a><a href="/archives/1/#%E8%8A%82"></a><a href="/archives/1/"></a>',
    );
  });
});
