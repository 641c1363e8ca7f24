import { expect, it } from "vitest";
import { compareLedgers } from "../../scripts/ledger/compare.ts";
import { ledgerHtml } from "../../scripts/ledger/report.ts";
import { takeFormulas } from "../../scripts/ledger/take.ts";
import { tempFolder } from "../host/temp-folder.ts";

const post = (text: string) => ({ "posts/a.md": `---\ntitle: 甲\n---\n\n${text}\n` });

it("npm run ledger says which formulas are set otherwise, and lays them side by side", async () => {
  const before = await takeFormulas(tempFolder(post("设 $a<b$，又 $a<b$，而 $c$。")));
  const after = await takeFormulas(tempFolder(post("前文。设 $a<b$，又 $a<b$，而 $d$。")));
  expect(Object.keys(before)).toEqual(["posts/a.md a<b", "posts/a.md a<b (2)", "posts/a.md c"]);
  expect(compareLedgers({ katex: "1", formulas: before }, { katex: "2", formulas: after })).toEqual({
    changed: [],
    added: ["posts/a.md d"],
    gone: ["posts/a.md c"],
  });
  const otherwise = { ...before, "posts/a.md c": { tex: "c", hash: "x", html: "<i>c</i>" } };
  const { changed } = compareLedgers({ katex: "1", formulas: before }, { katex: "2", formulas: otherwise });
  expect(changed).toMatchObject([{ key: "posts/a.md c", after: "<i>c</i>" }]);
  expect(ledgerHtml([{ key: "a", tex: "a<b", before: "<i>1</i>", after: "<i>2</i>" }], "")).toContain(
    "<pre>a&lt;b</pre></td><td><i>1</i></td><td><i>2</i></td>",
  );
});
