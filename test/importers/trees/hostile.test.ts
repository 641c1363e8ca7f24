import { describe, expect, it } from "vitest";
import { hexo } from "../../../src/importers/hexo/import-hexo.ts";
import { hugo } from "../../../src/importers/hugo/import-hugo.ts";
import { jekyll } from "../../../src/importers/jekyll/import-jekyll.ts";
import { importWorld } from "../world.ts";
import { cpuClock } from "../../support/cpu-clock.ts";

/** What an archive may say to be written elsewhere, or to keep the program busy. */
const heads: readonly (readonly [what: string, head: string])[] = [
  ["a title and an address of dots", "title: ../../x\npermalink: ../../../../etc/x/"],
  ["a slug of dots", "title: a\nslug: ../../../x\nurl: /../../x"],
  ["a NUL", 'title: a\npermalink: "/a\\0b/"'],
  ["an id of dots", "title: a\nid: ../../../x"],
  ["old addresses of dots", "title: a\naliases: ['/../..//x', '\\x']"],
  ["a prototype", "__proto__: {polluted: 1}\ntitle: a"],
  ["an alias of itself", "title: &a [*a, *a]"],
  ["a long title", `title: ${"甲".repeat(5000)}`],
];
const bodies: readonly (readonly [what: string, body: string])[] = [
  ["addresses of dots", "![x](../../../../etc/passwd) [y](..%2f..%2fx.md) ![z](/../../z.png)"],
  ["many open tags", "{% raw ".repeat(500)],
  ["many open shortcodes", "{{< a ".repeat(500)],
  ["deep quotes", ">".repeat(200) + "x"],
  ["many dollars", "$".repeat(2000)],
  ["many brackets", "[".repeat(1000)],
];

describe.each([
  [hexo, "source/_posts/a.md"],
  [hugo, "content/posts/a.md"],
  [jekyll, "_posts/2020-07-04-a.md"],
])("$name", (importer, path) => {
  it.each(heads)("writes nothing outside for %s", async (_what, head) => {
    const text = `---\n${head}\n---\n文`;
    const { run, writes } = importWorld(importer, { [path]: text });
    await run();
    for (const one of writes)
      expect(one).toMatch(/^content\/(?:posts\/(?:2020\/)?[\p{L}\p{N}-]+\.md|data\/imports\/\w+\.json)$/u);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it.each(bodies)("reads %s in bounded time", async (_what, body) => {
    const { run, writes } = importWorld(importer, { [path]: `---\ntitle: 题\n---\n${body}` });
    const elapsedMs = cpuClock();
    await run();
    expect(elapsedMs()).toBeLessThan(15_000);
    for (const one of writes) expect(one).toMatch(/^content\//);
  });
});
