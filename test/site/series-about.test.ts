import { describe, expect, it } from "vitest";
import { builtSite, type GivenPost } from "../support/built-site.ts";
import { textsOf } from "../support/html.ts";

const posts: Readonly<Record<string, GivenPost>> = {
  a: ["title: 圆（二）：其二\ndate: 2020-01-02", "文"],
  b: ["title: 圆（四）：其四\ndate: 2020-01-04", "文"],
  c: ["title: 圆（五）：其五（上）\ndate: 2020-01-05", "文"],
  d: ["title: 方（上）\ndate: 2020-01-06", "文"],
};

/** Builds the posts with a file about series; headings of the page of 圆, and findings. */
async function page(yaml: string) {
  const site = await builtSite(posts, {}, yaml);
  const html = site.file("series/圆/index.html");
  const main = html.slice(html.indexOf("<main"), html.indexOf('id="cite"'));
  return {
    html,
    parts: [...main.matchAll(/<span class="no">([^<]*)<\/span><div><h3>(?:<a[^>]*>)?(?:<span>)?([^<]*)/g)].map(
      ([, no, title]) => `${no} ${title}`,
    ),
    headings: textsOf(main, "h2"),
    findings: site.diagnostics.map(
      ({ code, file, span, message, hint }) =>
        `${file}:${span?.start.line}:${span?.start.column} ${code} ${message}${hint === undefined ? "" : ` → ${hint}`}`,
    ),
  };
}

describe("a series with a description", () => {
  it("shows it with its formulas", async () => {
    const { html, findings } = await page(
      "- name: 圆\n  description: |\n    讲 $x^2$，见《方（上）》与[其二](/archives/a/)。\n",
    );
    expect(html).toMatch(/<div class="prose intro"><p>讲<span class="nb"><span class="m[^]*?class="katex"/);
    expect(html).toContain(
      '<a class="title" href="/archives/d/">《方（上<span class="sq">）</span>》</a>与<a href="/archives/a/">其二</a>',
    );
    expect(findings).toEqual([]);
  });

  it("has its problems at their places in the file", async () => {
    const { findings } = await page("# 注\n- name: 圆\n  description: |\n    讲 $x^2$。\n\n    又讲 $\\nosuch$。\n");
    expect(findings).toEqual([expect.stringMatching(/^data\/series\.yaml:6:9 math\/unknown-command /)]);
  });

  it("is found in other spellings of its name", async () => {
    const { html } = await page("- name: ' 圆 '\n  finished: true\n");
    expect(html).toContain("<small>已完结</small>");
    expect((await page("- name: 圆\n  finished: false\n")).html).toContain("<small>连载中</small>");
  });
});

describe("the parts of a series", () => {
  it("stand under the titles of their chapters", async () => {
    const { headings, parts, html } = await page(
      "- name: 圆\n  sections: [{title: 下编, from: 5上}, {title: 上编, note: 其一, from: 3}]\n",
    );
    expect(headings).toEqual(["各篇", "上编其一", "下编"]);
    expect(parts).toEqual(["2 其二", "3 未收录", "4 其四", "5上 其五"]);
    expect(html).toContain('<a href="#chapter-2">上编</a>');
  });

  it("may be missing for a reason, also before the first and after the last", async () => {
    const { parts, html, findings } = await page("- name: 圆\n  missing: {1: 失传, 3: 未写, 9: 删去, 4: 错了}\n");
    expect(parts).toEqual(["1 未收录", "2 其二", "3 未收录", "4 其四", "5上 其五", "9 未收录"]);
    expect(textsOf(html, "p").filter((text) => /失传|未写|删去/.test(text))).toEqual(["失传", "未写", "删去"]);
    expect(findings).toEqual(["data/series.yaml:2:12 series/unknown part 4 is not missing"]);
  });

  it("may be planned", async () => {
    const { parts, headings } = await page(
      "- name: 圆\n  planned: [{title: 其后}, {part: 6, title: 再后, note: 明年}]\n",
    );
    expect(headings).toEqual(["各篇", "计划中"]);
    expect(parts.slice(-2)).toEqual(["— 其后", "6 再后"]);
  });

  it("follow an order that is given, which leaves no gaps", async () => {
    const { parts, findings } = await page("- name: 圆\n  order: [c, x, a]\n");
    expect(parts).toEqual(["5上 其五", "2 其二", "4 其四"]);
    expect(findings).toEqual(["data/series.yaml:2:14 series/unknown post “x” is not in the series “圆”"]);
  });

  it("have something to be read before", async () => {
    const { html, findings } = await page("- name: 圆\n  before: [方, a, 无]\n");
    expect(html).toContain(
      '<ul class="links"><li><a href="/series/%E6%96%B9/"><span>方</span></a></li><li><a href="/archives/a/"><span>圆',
    );
    expect(findings).toEqual([
      "data/series.yaml:2:18 series/unknown “无” is neither the id of a post nor the name of a series",
    ]);
  });

  it("are named by their place if they have no number", async () => {
    const series = "series: 杂记";
    const site = await builtSite(
      { a: [`title: 甲\ndate: 2020-01-01\n${series}`, "文"], b: [`title: 乙\ndate: 2020-01-02\n${series}`, "文"] },
      {},
      "- name: 杂记\n  sections: [{title: 下编, from: 2}, {title: 无, from: 7}]\n",
    );
    expect(textsOf(site.file("series/杂记/index.html"), "h2").slice(0, 2)).toEqual(["各篇", "下编"]);
    const about = await builtSite(
      { a: [`title: 甲\n${series}`, "文"], b: [`title: 乙（上）\n${series}`, "文"], c: [`title: 丙\n${series}`, "文"] },
      {},
      "- name: 杂记\n  missing: {1: 失传}\n  sections: [{title: 下编, from: 上}]\n",
    );
    expect(textsOf(about.file("series/杂记/index.html"), "h2").slice(0, 2)).toEqual(["各篇", "下编"]);
    expect(site.remarks).toEqual([
      "data/series.yaml: series/unknown the series has no part “7” with which “无” could begin",
    ]);
  });
});

describe("a series without posts", () => {
  it("is reported, with the nearest name", async () => {
    const { findings } = await page("- name: 圆圆\n- name: 完全不同\n");
    expect(findings).toEqual([
      "data/series.yaml:1:9 series/unknown no post belongs to a series “圆圆” → did you mean “圆”?",
      "data/series.yaml:2:9 series/unknown no post belongs to a series “完全不同”",
    ]);
  });
});
