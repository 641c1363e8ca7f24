import { toString } from "hast-util-to-string";
import { describe, expect, it, test } from "vitest";
import { readCases } from "../support/cases.ts";
import { elements, linksIn } from "../support/html.ts";
import { parseBody } from "../parse/parse-post.ts";
import { buildSite, post } from "../support/site.ts";

const keys = ["a", "b", "c", "d", "张三2020", "DBLP:conf/nips/X17"];
const bib = `-- references.bib --\n${keys.map((key) => `@book{${key}, title = {书 ${key}}}\n`).join("")}`;
const matter = "title: 甲\ndate: 2024-01-01";

const siteOf = (body: string, references = bib) =>
  buildSite(`${post("posts/p.md", `${matter}\nid: p`, body)}${references}`);
const page = "archives/p/index.html";

/** Paragraphs, items and cells of a post, with the links of citations marked. */
function textOf(html: string): string {
  const [prose] = elements(html, ({ properties }) => String(properties["className"]) === "prose");
  const marked = html
    .slice(html.indexOf('<div class="prose">'), html.indexOf('class="endmark"'))
    .replace(/<section class="bibliography">[^]*$/, "")
    .replace(/<h2[^>]*>[^<]*<\/h2>/g, "")
    .replace(/<a href="#ref:[^"]*">([^<]*)<\/a>/g, "⟨$1⟩")
    .replace(/<\/(?:p|li|th|td)>/g, "\n");
  expect(prose).toBeDefined();
  const [root] = elements(`<div>${marked}</div>`, ({ tagName }) => tagName === "div");
  return toString(root as never)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

describe("citations.md", () => {
  for (const { name, input, expected } of readCases(new URL("../cases/bibliography/citations.md", import.meta.url))) {
    test(name, async () => {
      const { files } = await siteOf(input);
      expect(textOf(files.get(page) ?? "")).toBe(expected);
    });
  }
});

describe("a post with citations", () => {
  it("has the list at its end, linked both ways", async () => {
    const { files } = await siteOf("甲[@b]，乙[@a; @b]。");
    const html = files.get(page) ?? "";
    const links = linksIn(html).filter((link) => /#(?:ref|cite):/.test(link));
    expect(links).toEqual(["1 → #ref:b", "1 → #ref:b", "2 → #ref:a", "↩1 → #cite:1", "↩2 → #cite:2", "↩ → #cite:2"]);
    const ids = elements(html, ({ properties }) => properties["id"] !== undefined).map(
      ({ properties }) => properties["id"],
    );
    for (const link of links) expect(ids).toContain(link.split("#")[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("has no list if it only cites what is not there", async () => {
    const { files } = await siteOf("甲[@nope]。");
    expect(files.get(page)).not.toContain("bibliography");
  });

  it("is linked from lists of posts to its own page, without identifiers", async () => {
    const { files } = await siteOf("甲[@b]。");
    expect(files.get("index.html")).toContain(
      '<p>甲<span class="cited">[<a href="/archives/p/#ref:b">1</a>]</span>。</p>',
    );
  });

  it("is described without them", async () => {
    const { files } = await siteOf("甲文[@b]。说《甲》。");
    expect(files.get(page)).toContain('<meta name="description" content="甲文。说《甲》。"/>');
  });

  it("is compared with other posts without them", () => {
    const { post: parsed } = parseBody("甲文[@b]。说《甲》。", { citations: true });
    expect(parsed.citations).toHaveLength(1);
    expect(parsed.terms.map(([word]) => word)).not.toContain("b");
  });

  it("has the list in feeds, with whole addresses", async () => {
    const { files } = await siteOf("甲[@b]。");
    const { items } = JSON.parse(files.get("feed.json") ?? "") as { items: { content_html: string }[] };
    expect(items[0]?.content_html).toBe(
      '<p>甲<span class="cited">[<a href="https://example.org/archives/p/#ref:b">1</a>]</span>。</p><h2>参考文献</h2><ol><li>书 b[M].</li></ol>',
    );
  });

  it("has the list in its Markdown, by keys", async () => {
    const { files } = await siteOf("甲[@b]。");
    expect(files.get("archives/p/index.md")).toMatch(/\n\n甲\[@b\]。\n\n## 参考文献\n\n- \[@b\] 书 b\[M\]\.\n$/);
  });

  it("names the works as structured data", async () => {
    const works = `-- references.bib --
@article{a, author = {Kingma, Diederik P. and 李, 四 and {OpenAI}}, title = {A </script>}, date = {2014-12}, doi = {10.1/a}}
@misc{b, title = {B}, url = {https://example.org/b}}
@book{c, title = {C}}
`;
    const { files } = await siteOf("[@a; @b; @c]", works);
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(files.get(page) ?? "")?.[1];
    expect((JSON.parse(String(json)) as { citation: unknown }).citation).toEqual([
      {
        "@type": "CreativeWork",
        name: "A </script>",
        author: [
          { "@type": "Person", name: "Diederik P. Kingma" },
          { "@type": "Person", name: "李四" },
          { "@type": "Thing", name: "OpenAI" },
        ],
        datePublished: "2014-12",
        url: "https://doi.org/10.1/a",
      },
      { "@type": "CreativeWork", name: "B", url: "https://example.org/b" },
      { "@type": "CreativeWork", name: "C" },
    ]);
  });

  it("may be linked at its works", async () => {
    const { reported } = await siteOf("[@a]，[见](/archives/p/#ref:a)，[见](/archives/p/#ref:b)");
    expect(reported).toEqual([
      "posts/p.md:7:30 warning link/undefined-fragment: “/archives/p/#ref:b”: the post has no place “#ref:b”",
    ]);
  });
});

describe("references.bib", () => {
  const two = (title: string) =>
    buildSite(
      post("posts/p.md", `${matter}\nid: p`, "[@a]") +
        post("posts/q.md", `${matter}\nid: q`, "[@b]") +
        `-- references.bib --\n@book{a, title = {甲}}\n@book{b, title = {${title}}}\n@book{c, title = {丙}}\n`,
    );

  it("changes no pages but those that cite the changed work", async () => {
    const [before, after] = [await two("乙"), await two("新乙")];
    const changed = [...after.files].filter(([path, text]) => before.files.get(path) !== text).map(([path]) => path);
    expect(changed.filter((path) => path.startsWith("archives/p/"))).toEqual([]);
    expect(changed.filter((path) => path.endsWith(".html"))).toEqual(["archives/q/index.html"]);
  });

  it("gives the site only what posts cite", async () => {
    const { site } = await two("乙");
    expect([...site.works.keys()]).toEqual(["a", "b"]);
  });

  it("makes no citations by not being there", async () => {
    const { files, diagnostics } = await siteOf("[@a]", "");
    expect(diagnostics).toEqual([]);
    expect(files.get(page)).toContain("<p>[@a]</p>");
  });

  it("is not for descriptions of series, which have no list", async () => {
    const series = "-- data/series.yaml --\n- name: 圆\n  description: 见[@a]。\n";
    const { files } = await buildSite(post("posts/p.md", "title: 圆（一）\ndate: 2024-01-01", "[@a]") + bib + series);
    expect(files.get("series/圆/index.html")).toContain("<p>见[@a]。</p>");
  });

  it("escapes what it holds", async () => {
    const title = '1 < 2 & <x> "y"';
    const { files } = await siteOf("[@a]", `-- references.bib --\n@misc{a, title = {${title}}, doi = {10.1/<1&2>}}\n`);
    expect(files.get(page)).toContain(
      '1 &lt; 2 &amp; &lt;x&gt; &quot;y&quot;[Z/OL]. DOI:<a href="https://doi.org/10.1/%3C1&amp;2%3E" rel="noopener">10.1/&lt;1&amp;2&gt;</a>.',
    );
  });
});
