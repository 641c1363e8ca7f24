import { expect, it } from "vitest";
import type { OutPath } from "../../src/model/brand.ts";
import { buildSite, post, siteOnDemand } from "../support/site.ts";

const content =
  post(
    "posts/a.md",
    "id: 1\ntitle: 漫谈：1、甲\ndate: 2024-01-02\ntags: [概率]\naliases: [/old/]",
    "见$\\eqref{2#eq:a}$与[乙](/archives/2)。",
  ) +
  post("posts/b.md", "id: 2\ntitle: 漫谈：2、乙\ndate: 2024-01-03\nreaders: 7", "$$x\\label{eq:a}$$") +
  "-- posts/c.txt --\n附件\n";

it("gives every file of a build, with the same bytes, in any order", async () => {
  const { files } = await buildSite(content);
  const demand = await siteOnDemand(content);
  expect(files.size).toBeGreaterThan(30);
  for (const [path, text] of [...files].toReversed()) {
    const body = (await demand(path as OutPath))?.body ?? "";
    expect(typeof body === "string" ? body : Buffer.from(body).toString("latin1"), path).toBe(text);
  }
});

it.each(["archives/3/index.html", "archives/1", "", "search/none"])("has no file “%s”", async (path) => {
  expect(await (await siteOnDemand(content))(path as OutPath)).toBeUndefined();
});
