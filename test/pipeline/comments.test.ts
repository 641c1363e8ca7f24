import { describe, expect, it } from "vitest";
import { elements, textsOf } from "../support/html.ts";
import { comment, commentFile } from "../support/comments.ts";
import { buildSite, post, type SiteOptions } from "../support/site.ts";

type Entries = readonly Readonly<Record<string, string>>[];

const own = post("posts/a.md", "title: 甲文\nauthor: 主人\ndate: 2024-01-02\naliases: [/old/7.html, '/?p=7']");
const page = "archives/a/index.html";

/** A site of one post with comments. */
const site = (entries: Entries, body = own, options: SiteOptions = {}) =>
  buildSite(body + commentFile("old", entries.map(comment)), options);

/** Identifiers of comments with the depth of their lists, in order: `1`, `-2`, `--3`. */
function outline(html: string): readonly string[] {
  let depth = -1;
  return Array.from(html.matchAll(/<ol class="(?:thread|replies)">|<\/ol>|id="comment-([^"]+)"/g)).flatMap(
    ([tag, id]) => {
      if (id !== undefined) return [`${"-".repeat(depth)}${id}`];
      depth += tag === "</ol>" ? -1 : 1;
      return [];
    },
  );
}

const at = (day: number) => `2024-02-${String(day).padStart(2, "0")} 10:00:00 +0800`;

describe("the thread of a post", () => {
  it("has replies below what they answer, by time, and pinned comments first", async () => {
    const { files, reported } = await site([
      { id: "3", created_at: at(3) },
      { id: "1", created_at: at(1) },
      { id: "5", created_at: at(5), is_pinned: "true" },
      { id: "4", rid: "1", created_at: at(4) },
      { id: "2", rid: "1", created_at: at(2) },
      { id: "6", rid: "2", created_at: at(6) },
    ]);
    expect(outline(files.get(page) ?? "")).toEqual(["5", "1", "-2", "--6", "-4", "3"]);
    expect(reported).toEqual([]);
  });

  it("is drawn four levels deep; deeper replies say whom they answer", async () => {
    const chain = Array.from({ length: 7 }, (_, index) => ({
      id: String(index + 1),
      nick: `人${index + 1}`,
      created_at: at(index + 1),
      ...(index > 0 && { rid: String(index) }),
    }));
    const { files } = await site(chain);
    const html = files.get(page) ?? "";
    expect(outline(html)).toEqual(["1", "-2", "--3", "---4", "---5", "---6", "---7"]);
    expect(html.match(/回复 人\d/g)).toEqual(["回复 人4", "回复 人5", "回复 人6"]);
  });

  it("can be hundreds of replies long", async () => {
    const chain = Array.from({ length: 800 }, (_, index) => ({
      id: `${index}`,
      rid: index > 0 ? `${index - 1}` : "",
    }));
    const { site: built } = await site(chain);
    expect(built.comments.get("a" as never)?.count).toBe(800);
  });

  it("keeps what answers a hidden comment with the nearest one above", async () => {
    const { files, reported } = await site([
      { id: "1" },
      { id: "2", rid: "1", is_pending: "true", content: "待审" },
      { id: "3", rid: "2" },
      { id: "4", rid: "5", is_pending: "true" },
      { id: "5", rid: "4", is_pending: "true" },
      { id: "6", rid: "5" },
    ]);
    expect(outline(files.get(page) ?? "")).toEqual(["1", "-3", "6"]);
    expect(files.get(page)).not.toContain("待审");
    expect(reported).toEqual([]);
  });

  it("cuts circles, with what hangs on them, and comments that answer themselves", async () => {
    const { files, diagnostics } = await site([
      { id: "1", rid: "3", created_at: at(2) },
      { id: "2", rid: "1", created_at: at(1) },
      { id: "3", rid: "2", created_at: at(3) },
      { id: "4", rid: "3", created_at: at(4) },
      { id: "5", rid: "5", created_at: at(5) },
    ]);
    expect(outline(files.get(page) ?? "")).toEqual(["2", "-3", "--1", "--4", "5"]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["comments/cycle", "comments/cycle"]);
  });

  it("begins a circle with its oldest comment, wherever others hang on it", async () => {
    const { files } = await site([
      { id: "0", rid: "3", created_at: at(1) },
      { id: "1", rid: "3", created_at: at(3) },
      { id: "2", rid: "1", created_at: at(2) },
      { id: "3", rid: "2", created_at: at(4) },
    ]);
    expect(outline(files.get(page) ?? "")).toEqual(["2", "-3", "--0", "--1"]);
  });

  it("marks the author, by a badge or by the name", async () => {
    const { files } = await site([
      { id: "1", badge_name: "博主" },
      { id: "2", nick: "主人" },
      { id: "3" },
      { id: "4", nick: "" },
    ]);
    expect(files.get(page)?.match(/>作者</g)).toHaveLength(2);
    expect(textsOf(files.get(page) ?? "", "b").slice(-4)).toEqual(["甲", "主人", "甲", "匿名"]);
  });

  it("folds what was folded, and leaves it out of lists", async () => {
    const { files } = await site([{ id: "1", content: "不妥", is_collapsed: "true" }, { id: "2" }]);
    const [folded] = elements(files.get(page) ?? "", ({ properties }) => String(properties["className"]) === "folded");
    expect(folded?.tagName).toBe("details");
    expect(files.get("comments/index.html")).not.toContain("不妥");
  });

  it("links to pages of commenters and to nothing else", async () => {
    const { files } = await site([
      { id: "1", nick: "网", link: "https://net.example/" },
      { id: "2", nick: "脚", link: "javascript:alert(1)" },
    ]);
    const names = textsOf(files.get(page) ?? "", "b");
    const links = elements(files.get(page) ?? "", ({ tagName, properties }) => tagName === "a" && "rel" in properties);
    expect(names).toContain("脚");
    expect(links.map(({ properties }) => [properties["href"], properties["rel"]])).toContainEqual([
      "https://net.example/",
      ["nofollow", "ugc", "noopener"],
    ]);
    expect(files.get(page)).not.toContain("javascript:");
  });
});

describe("the post of a comment", () => {
  it.each([
    "/archives/a/",
    "archives/a",
    "https://any.example/archives/a.html?replyTo=3#comment-3",
    "/index.php/archives/a/comment-page-2",
    "/old/7.html",
    "https://any.example/?p=7",
    "a",
  ])("is found by %s", async (page_key) => {
    const { reported, files } = await site([{ page_key }]);
    expect(reported).toEqual([]);
    expect(outline(files.get(page) ?? "")).toEqual(["1"]);
  });
});

describe("comments of several files", () => {
  it("keep their ids; one that is taken on the page gets the name of its file", async () => {
    const { files, reported } = await buildSite(
      own +
        commentFile("a", [comment({ id: "1", created_at: at(1) })]) +
        commentFile("b", [comment({ id: "1", created_at: at(2) }), comment({ id: "2", rid: "1", created_at: at(3) })]),
    );
    expect(outline(files.get(page) ?? "")).toEqual(["1", "b-1", "-2"]);
    expect(reported).toEqual([]);
  });
});

describe("links to comments", () => {
  it("are known places", async () => {
    const other = post(
      "posts/b.md",
      "title: 乙文\ndate: 2024-01-01",
      "[1](/archives/a/comment-page-2#comment-1) [2](/archives/a/#comments) [3](/archives/a/#comment-9)",
    );
    const { reported } = await site([{}], own + other);
    expect(reported).toEqual([
      "posts/b.md:6:70 warning link/undefined-fragment: “/archives/a/#comment-9”: the post has no place “#comment-9”",
    ]);
  });
});

describe("formulas of comments", () => {
  const math = post(
    "posts/a.md",
    "title: 甲文\ndate: 2024-01-02\nmacros: { '\\half': '\\frac12' }",
    "$\\newcommand{\\pair}[2]{\\langle #1,#2\\rangle}\\newenvironment{rows}{\\begin{aligned}}{\\end{aligned}}$\n\\begin{equation}a=\\pair{x}{y}\\label{eq:a}\\end{equation}",
  );

  it("use macros, environments and numbers of the post", async () => {
    const content = "由\\eqref{eq:a}，$\\half\\pair{x}{y}=\\eqref{eq:a}$，$$\\begin{rows}x\\end{rows}$$";
    const { files, reported } = await site([{ content }], math);
    const html = (files.get(page) ?? "").split('id="comment-1"')[1] ?? "";
    expect(reported).toEqual([]);
    expect(html.match(/href="#eq:a"/g)).toHaveLength(2);
    expect(html).toContain("⟨");
    expect(files.get("index.html")).toContain('href="/archives/a/#eq:a"');
  });

  it("define nothing for others, number nothing and have no identifiers", async () => {
    const { files, diagnostics } = await site(
      [
        { id: "1", content: "$\\def\\own{z}$ $\\own$ $$x\\tag{7}\\label{eq:z}$$", created_at: at(1) },
        { id: "2", content: "$\\own$ \\begin{equation}y\\end{equation}", created_at: at(2) },
      ],
      math,
    );
    const html = files.get(page) ?? "";
    expect(diagnostics.map(({ message }) => message)).toEqual(["in comment “2”: there is no command \\own"]);
    expect(html.match(/ id="eq:[^"]*"/g)).toEqual([' id="eq:a"']);
    expect(html).toContain("(7)");
    expect(html).toContain('<code class="math-error"');
  });

  it("lead nowhere but to equations", async () => {
    const { files, reported } = await site(
      [{ content: "$\\href{https://evil.example/}{x}$\n\n```math\n\\href{https://evil.example/}{x}\n```" }],
      math,
    );
    expect(files.get(page)).not.toContain('href="https://evil');
    expect(reported).toEqual([expect.stringContaining("comments/content: in comment “1”: \\href is not allowed")]);
  });

  it("may be environments within a line", async () => {
    const { files } = await site([{ content: "甲$\\begin{align}x\\end{align}$乙" }], math);
    expect(files.get(page)?.split('id="comment-1"')[1]).toContain('<span class="eq"');
  });

  it("that fail as a whole are reported as a whole", async () => {
    const { reported } = await site([{ content: `甲$${"{".repeat(300)}x${"}".repeat(300)}$` }], math);
    expect(reported).toEqual([expect.stringMatching(/^data\/comments\/old.json:5:18 info comments\/content: /)]);
  });

  it("that fail are reported at their place behind escapes", async () => {
    const { diagnostics } = await site([{ content: "甲\n“\\eqref{b}” $x^2^3$ 与 $\\eqref{c}+\\eqref{q#d}$" }], math);
    expect(diagnostics.map(({ message, span }) => `${span?.start.line}:${span?.start.column} ${message}`)).toEqual([
      "5:21 in comment “1”: no numbered formula of the post is labelled “b”",
      "5:37 in comment “1”: Double superscript",
      expect.stringContaining("no numbered formula of the post is labelled “c”"),
    ]);
  });
});

describe("lists of comments", () => {
  it("are there if comments are", async () => {
    const { files } = await buildSite(own);
    expect(files.has("comments/index.html")).toBe(false);
    expect(files.get(page)).not.toContain('id="comments"');
    expect(files.get("index.html")).not.toContain("最近评论");
  });

  it("show the ten newest on the home page and all on pages of their own, by month", async () => {
    const entries = Array.from({ length: 60 }, (_, index) => ({
      id: String(index),
      content: `第${index}条$x_{${index}}$`,
      created_at: `2024-${index < 30 ? "02" : "03"}-01 10:${String(index % 60).padStart(2, "0")}:00 +0800`,
    }));
    const { files } = await site(entries);
    expect(files.get("index.html")?.match(/第\d+条/g)).toHaveLength(10);
    const first = files.get("comments/index.html") ?? "";
    expect(textsOf(first, "h2").slice(0, 2)).toEqual(["2024-0330 条", "2024-0220 条"]);
    expect(first).toContain('href="/archives/a/#comment-59"');
    expect(files.get("comments/page/2/index.html")?.match(/第\d+条/g)).toHaveLength(10);
    expect(files.get("sitemap.xml")).toContain("/comments/</loc><lastmod>2024-03-01");
    expect(files.get("sitemap.xml")).not.toContain("/comments/page/");
  });
});

describe("what is private", () => {
  const secrets = {
    email: "mail-7f3a@x",
    ip: "10.77.88.99",
    ua: "Agent-5521",
    password: "pw-9917",
    page_title: "题-4410",
  };
  const entries = [
    comment({ ...secrets, id: "1", content: "$x^2^3$" }),
    comment({ ...secrets, id: "2", page_key: "/nowhere/" }),
    comment({ ...secrets, id: "3", rid: "77", created_at: "" }),
  ];

  it("is in no file and no message", async () => {
    const { files, diagnostics, site: built } = await buildSite(own + commentFile("old", entries));
    const all = [...files.values(), JSON.stringify(diagnostics), JSON.stringify([...built.comments], null, 1)].join(
      "\n",
    );
    for (const secret of Object.values(secrets)) expect(all).not.toContain(secret);
    expect(diagnostics).toHaveLength(3);
  });

  it("does not decide over any byte of the output", async () => {
    const public_ = entries.map(({ id = "", content = "", page_key = "", created_at = "" }) =>
      comment({ id, content, page_key, created_at }),
    );
    const [a, b] = [
      await buildSite(own + commentFile("old", entries)),
      await buildSite(own + commentFile("old", public_)),
    ];
    expect([...a.files]).toEqual([...b.files]);
  });
});

describe("what is to be forgotten", () => {
  it.each([
    ['ids: ["2"]', ["1", "-3"]],
    ["ids: [old-2]", ["1", "-3"]],
    ["names: [乙]", ["1", "-3"]],
    ['ids: ["1"]\nnames: [乙]', ["3"]],
  ])("%j is left out, and replies stay", async (redacted, expected) => {
    const entries = [{ id: "1" }, { id: "2", rid: "1", nick: "乙", content: "秘" }, { id: "3", rid: "2" }];
    const { files, reported } = await site(entries, `${own}-- data/comments/redacted.yaml --\n${redacted}\n`);
    expect(outline(files.get(page) ?? "")).toEqual(expected);
    expect([...files.values()].join("")).not.toContain("秘");
    expect(reported).toEqual([]);
  });

  it("is everything while the list of it cannot be read, and nothing if it is empty", async () => {
    const list = (text: string) => `${own}-- data/comments/redacted.yaml --\n${text}\n`;
    const shown = async (text: string) => outline((await site([{ id: "1" }], list(text))).files.get(page) ?? "");
    expect(await shown("ids: 1")).toEqual([]);
    expect(await shown("# 空")).toEqual(["1"]);
  });
});

describe("new comments", () => {
  const giscus = { kind: "giscus", repo: "o/r", repoId: "R_1", category: "评论", categoryId: "C_1" } as const;

  it("have a place that names the path of the post, and load nothing by themselves", async () => {
    const { files } = await buildSite(own, { config: { comments: { live: giscus }, base: "/blog/" } });
    const [place] = elements(files.get(page) ?? "", ({ properties }) => "dataLive" in properties);
    expect(JSON.parse(String(place?.properties["dataLive"]))).toEqual({ ...giscus, path: "/blog/archives/a/" });
    expect(files.get(page)).not.toMatch(/<(?:script|link|img|iframe)[^>]*giscus/);
    expect(files.get(page)).toContain('href="https://github.com/o/r/discussions"');
  });

  it("say that they need scripts where there is no other way", async () => {
    const live = { kind: "waline", server: "https://w.example" } as const;
    const { files } = await buildSite(own, { config: { comments: { live } } });
    expect(textsOf(files.get(page) ?? "", "noscript")).toEqual(["新的评论需要 JavaScript。"]);
  });
});

describe("a text that nests deeper than the stack", () => {
  it("is shown as it is written", async () => {
    const { files, reported } = await site([{ content: `甲\n\n${"<div>".repeat(20_000)}` }]);
    expect(files.get(page)).toContain("&lt;div&gt;&lt;div&gt;");
    expect(reported).toEqual([expect.stringContaining("nested too deeply")]);
  });
});
