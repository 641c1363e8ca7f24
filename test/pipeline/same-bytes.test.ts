import fc from "fast-check";
import { expect, it } from "vitest";
import { buildSite, post } from "../support/site.ts";

const posts = [
  post(
    "posts/a.md",
    "id: a\ntitle: 漫谈（一）\ndate: 2024-01-02\ntags: [甲, 乙]\nreaders: 5",
    "\\begin{equation}x\\label{l}\\end{equation}",
  ),
  post(
    "posts/b.md",
    "id: b\ntitle: 漫谈（三）\ndate: 2024-01-02\ntags: [乙]",
    "见[一](/archives/a)的\\eqref{a#l}，$\\newcommand{\\z}{y}\\z$",
  ),
  post("posts/c.md", "id: c\ntitle: 无日期", "$\\z$"),
  post(
    "posts/d.md",
    "id: d\ntitle: 漫谈（二）\ndate: 2023-01-02\nequations: {continue: a}",
    "\\begin{equation}x\\label{l}\\end{equation}",
  ),
  "-- data/readers/new.csv --\ndate,path,views,visitors,source\n2025-01-10,/archives/a/,30,20,nginx\n2025-02-10,/archives/b/,7,7,nginx\n",
  "-- data/readers/old.csv --\ndate,path,views,visitors,source\n,/archives/d/,1200,,typecho\n",
];

it("a site is the same bytes whatever the order in which its files are found", async () => {
  const { files: expected, diagnostics, textOf } = await buildSite(posts.join(""));
  expect(textOf("readers/index.html")).toContain("1,242 位读者");
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(posts, { minLength: posts.length }), async (order) => {
      const built = await buildSite(order.join(""));
      expect(Object.fromEntries(built.files)).toEqual(Object.fromEntries(expected));
      expect(built.diagnostics).toEqual(diagnostics);
    }),
    { numRuns: 4 },
  );
});

it("what crosses between threads is plain data", async () => {
  const { site, diagnostics } = await buildSite(posts.join(""));
  expect(structuredClone(site)).toEqual(site);
  expect(structuredClone(diagnostics)).toEqual(diagnostics);
});
