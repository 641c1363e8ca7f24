import { describe, expect, it } from "vitest";
import { openSearch } from "../support/search.ts";
import { buildSite, post } from "../support/site.ts";

const text = (title: string, body: string, more = "") =>
  post(`${title}.md`, `id: ${title}\ntitle: "${title}"\ndate: 2024-01-01\n${more}`, body);

/** What the search of a site with one post for each of these texts finds, by the titles of posts. */
async function found(query: string, texts: Readonly<Record<string, string>>) {
  const site = await buildSite(
    Object.entries(texts)
      .map(([title, body]) => text(title, body))
      .join(""),
  );
  return openSearch(site).find(query);
}

describe("words", () => {
  it("around a formula find the sentence, and the formula is no word of it", async () => {
    const texts = { 甲: "设$p$为素数，则$a^p\\equiv a$对一切整数成立。", 乙: "设$n$为合数。" };
    expect((await found("为素数", texts)).exact).toEqual(["甲"]);
    expect((await found("设 $q$ 为素数", texts)).exact).toEqual(["甲"]);
    expect((await found("对一切整数成立", texts)).exact).toEqual(["甲"]);
    expect((await found("equiv", texts)).exact).toEqual([]);
    expect((await found("mathml", texts)).exact).toEqual([]);
  });

  it("do not run across a mark, a formula, or into the next paragraph", async () => {
    const texts = { 甲: "概率，流", 乙: "概率$x$流", 丙: "概率\n\n流", 丁: "概率流", 戊: "- 概率\n- 流" };
    expect((await found("概率流", texts)).exact).toEqual(["丁"]);
  });

  it("run over the end of a line, over emphasis and links, and over blanks beside Latin letters", async () => {
    const texts = { 甲: "概率\n流 ODE", 乙: "概**率**[流](https://example.org/)ODE", 丙: "概率流的ODE" };
    expect([...(await found("概率流ODE", texts)).exact].sort()).toEqual(["乙", "甲"]);
  });

  it("that stand apart are related, those that stand together come first", async () => {
    const texts = { 甲: "概率与流", 乙: "概率流", 丙: "只有概率", 丁: "无关的话" };
    expect(await found("概率流", texts)).toMatchObject({ exact: ["乙"], loose: ["甲"] });
  });

  it("with blanks between them are looked for one by one, words of letters and quoted ones together", async () => {
    const texts = { 甲: "流与概率", 乙: "score matching", 丙: "matching the score" };
    expect((await found("概率 流", texts)).exact).toEqual(["甲"]);
    expect((await found("score matching", texts)).exact).toEqual(["乙"]);
    expect((await found('"概率 流"', texts)).exact).toEqual([]);
    expect((await found("概率 score", texts)).exact).toEqual([]);
  });

  it("of titles, summaries, headings, lists, tables and notes are found; code is not", async () => {
    const site = await buildSite(
      text(
        "均值不等式",
        "## 柯西的证明\n\n- 归纳\n\n| 左边 |\n|---|\n| 右边 |\n\n正文[^1]。\n\n[^1]: 脚注里。\n\n```py\nprint(隐藏)\n```",
        "summary: 几何平均不超过算术平均",
      ),
    );
    const { find } = openSearch(site);
    for (const query of ["均值不等式", "几何平均", "柯西", "归纳", "左边", "右边", "脚注里"])
      expect((await find(query)).exact).toEqual(["均值不等式"]);
    for (const query of ["隐藏", "print"]) expect((await find(query)).exact).toEqual([]);
  });

  it("are the same in full width and small and capital letters", async () => {
    const texts = { 甲: "用Ａｄａｍ优化" };
    expect((await found("ADAM优化", texts)).exact).toEqual(["甲"]);
  });

  it("that nobody has written are not found", async () => {
    expect(await found("不存在", { 甲: "别的话" })).toEqual({ exact: [], loose: [], formulas: [] });
    expect(await found("，。", { 甲: "别的话。" })).toEqual({ exact: [], loose: [], formulas: [] });
  });

  it("that are more frequent in a shorter post come first, then the newer post", async () => {
    const site = await buildSite(
      [
        post("a.md", "id: a\ntitle: 一次\ndate: 2024-01-02", `梯度。${"别的话。".repeat(30)}`),
        post("b.md", "id: b\ntitle: 三次\ndate: 2024-01-01", "梯度，梯度，梯度。"),
        post("c.md", "id: c\ntitle: 也是三次\ndate: 2024-01-03", "梯度，梯度，梯度。"),
      ].join(""),
    );
    expect((await openSearch(site).find("梯度")).exact).toEqual(["三次", "也是三次", "一次"]);
  });
});
