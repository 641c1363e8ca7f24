import { expect, it } from "vitest";
import { buildSite, post } from "../support/site.ts";
import { linksIn } from "../support/html.ts";

it("a link to a file beside the post leads to the copy of that file, from wherever the page is", async () => {
  const files = [
    post(
      "posts/甲/a.md",
      "id: 1\ntitle: 甲\ndate: 2024-01-02",
      "[代码](演示.py)、[同](./演示.py)、[上](../b.csv)、[无](c.txt)",
    ),
    "-- posts/甲/演示.py --\nprint()\n-- posts/b.csv --\n1,2\n",
  ];
  const site = await buildSite(files.join(""), { config: { base: "/blog/" } });
  const links = linksIn(site.files.get("archives/1/index.html") ?? "").filter((link) => /代码|同|上|无/.test(link));
  const copy = "/blog/posts/%E7%94%B2/%E6%BC%94%E7%A4%BA.py";
  expect(links).toEqual([`代码 → ${copy}`, `同 → ${copy}`, "上 → /blog/posts/b.csv", "无 → c.txt"]);
  expect(site.reported).toEqual(["posts/甲/a.md:7:40 warning link/undefined-path: nothing stands at “c.txt”"]);
});

it("gives every post that names a missing address the same hint", async () => {
  const text = "[那里](/archive/) [远处](/elsewhere/)";
  const site = await buildSite(
    post("posts/a.md", "title: 甲\ndate: 2024-01-02", text) + post("posts/b.md", "title: 乙\ndate: 2024-01-02", text),
  );
  const hints = site.diagnostics.filter(({ code }) => code === "link/undefined-path").map(({ hint }) => hint);
  const two = ["did you mean “/archives/”?", "an address of the old site, or one that is mistyped"];
  expect(hints).toEqual([...two, ...two]);
});
