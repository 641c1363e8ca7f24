import { describe, expect, it } from "vitest";
import type { CommentReader } from "../../../src/importers/comments/comment-export.ts";
import { artrans } from "../../../src/importers/comments/artrans.ts";
import { disqus } from "../../../src/importers/comments/disqus.ts";
import { mergeComments, placeComments } from "../../../src/importers/comments/place-comments.ts";
import { waline } from "../../../src/importers/comments/waline.ts";
import { wordpress } from "../../../src/importers/comments/wordpress.ts";
import type { ArtranComment } from "../../../src/model/imported.ts";

/** Values of columns that must never be seen again. */
const secrets = ["li@private.example", "203.0.113.9", "Secret/9.9", "geheim-4711"];

function read(reader: CommentReader, text: string | Uint8Array) {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const found = reader.read({ path: "export", bytes }, { timeZone: "Asia/Shanghai" });
  for (const secret of secrets) expect(JSON.stringify(found)).not.toContain(secret);
  const said = (notes: typeof found.faults) =>
    notes.map(({ line, message }) => (line === undefined ? message : `${line} ${message}`));
  return { ...found, faults: said(found.faults), leftOut: said(found.leftOut) };
}

const expected = {
  nick: "李四",
  link: "",
  is_collapsed: "false",
  is_pending: "false",
  is_pinned: "false",
  page_title: "",
} as const;

describe("Artrans", () => {
  const entry = {
    id: "12",
    rid: "0",
    nick: "李四",
    link: "javascript:alert(1)",
    email: secrets[0],
    ip: secrets[1],
    ua: secrets[2],
    password: secrets[3],
    content: "式 (3) 应为 $x^2$？",
    created_at: "2021-10-28 20:50:15 +0800",
    is_pending: "false",
    is_pinned: "true",
    badge_name: "作者",
    page_key: "/archives/42/",
  };

  it("is a list of comments; private columns are never looked at", () => {
    const second = { ...entry, id: 13, rid: "12", link: "https://li.example/", is_collapsed: true, badge_name: "" };
    expect(read(artrans, JSON.stringify([entry, second])).comments).toEqual([
      {
        ...expected,
        id: "12",
        rid: "",
        badge_name: "作者",
        content: "式 (3) 应为 $x^2$？",
        created_at: "2021-10-28 20:50:15 +0800",
        is_pinned: "true",
        page_key: "/archives/42/",
      },
      {
        ...expected,
        id: "13",
        rid: "12",
        link: "https://li.example/",
        content: "式 (3) 应为 $x^2$？",
        created_at: "2021-10-28 20:50:15 +0800",
        is_collapsed: "true",
        is_pinned: "true",
        page_key: "/archives/42/",
      },
    ]);
  });

  it("leaves out what is pending or wrong, and says which", () => {
    const wrong = [
      { ...entry, is_pending: "true" },
      { ...entry, id: "1/../2" },
      { ...entry, created_at: "gestern" },
      { ...entry, page_key: "" },
      7,
      { ...entry, content: ["x"] },
    ];
    expect(read(artrans, JSON.stringify(wrong))).toEqual({
      comments: [],
      leftOut: ["a comment that is pending"],
      hidden: ["12"],
      faults: [
        "entry 2: a comment whose id is not letters, digits and . _ -",
        "entry 3: a comment without a date",
        "entry 4: a comment without a page",
        "entry 5: not a comment",
        "entry 6: not a comment",
      ],
    });
  });
});

describe("Waline", () => {
  const entry = {
    objectId: "8",
    comment: "好 $x$",
    insertedAt: "2023-01-02T03:04:05.000Z",
    nick: "李四",
    mail: secrets[0],
    ip: secrets[1],
    ua: secrets[2],
    link: null,
    pid: "5",
    rid: "4",
    status: "approved",
    url: "/archives/42/",
  };
  const exported = (...Comment: readonly unknown[]) =>
    JSON.stringify({ type: "waline", version: 1, data: { Comment, Users: [{ email: secrets[0] }] } });

  it("has its comments in one of its tables", () => {
    const root = { ...entry, objectId: undefined, id: 9, pid: null, rid: null, sticky: true };
    expect(read(waline, exported(entry, root)).comments).toEqual([
      {
        ...expected,
        id: "8",
        rid: "5",
        content: "好 $x$",
        created_at: "2023-01-02 11:04:05 +0800",
        page_key: "/archives/42/",
      },
      {
        ...expected,
        id: "9",
        rid: "",
        content: "好 $x$",
        created_at: "2023-01-02 11:04:05 +0800",
        is_pinned: "true",
        page_key: "/archives/42/",
      },
    ]);
  });

  it("hides what was not approved", () => {
    expect(read(waline, exported({ ...entry, status: "spam" }, 7))).toEqual({
      comments: [],
      leftOut: ["a comment that was not approved"],
      hidden: ["8"],
      faults: ["comment 2: not a comment"],
    });
  });
});

describe("Disqus", () => {
  const post = (id: string, { message = "<p>谢谢 $a&lt;b$</p>", deleted = "false", parent = "", thread = "9" } = {}) =>
    `<post dsq:id="${id}"><id/><message><![CDATA[${message}]]></message><createdAt>2016-01-02T03:04:05Z</createdAt>
     <isDeleted>${deleted}</isDeleted><isSpam>false</isSpam><author><email>${secrets[0]}</email><name>李四</name></author>
     <ipAddress>${secrets[1]}</ipAddress><thread dsq:id="${thread}"/>${parent === "" ? "" : `<parent dsq:id="${parent}"/>`}</post>`;
  const exported = (...posts: readonly string[]) =>
    `<?xml version="1.0"?><disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
     <category dsq:id="1"><title>x</title></category>
     <thread dsq:id="9"><id>old-42</id><link>https://old.example/archives/42</link><title>旋转</title>
     <author><name>王五</name></author></thread>${posts.join("\n")}</disqus>`;

  it("has posts, which are comments, below threads, which are pages", () => {
    expect(read(disqus, exported(post("5"), post("6", { parent: "5" }))).comments).toEqual(
      [
        { id: "5", rid: "" },
        { id: "6", rid: "5" },
      ].map((ids) => ({
        ...expected,
        ...ids,
        content: "谢谢 $a<b$",
        created_at: "2016-01-02 11:04:05 +0800",
        page_key: "https://old.example/archives/42",
        page_title: "旋转",
      })),
    );
  });

  it("keeps no script", () => {
    const message = `<p onclick="x()">甲</p><script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:x()">乙</a>`;
    const [comment] = read(disqus, exported(post("5", { message }))).comments;
    expect(comment?.content).toContain("甲");
    expect(comment?.content).not.toMatch(/<script|onclick|onerror/);
  });

  it("hides what was deleted, and says what is wrong where", () => {
    const { comments, leftOut, hidden, faults } = read(
      disqus,
      exported(post("5", { deleted: "true" }), post("6", { thread: "8" })),
    );
    expect(comments).toEqual([]);
    expect(leftOut).toEqual(["4 a comment that was deleted, or is spam"]);
    expect(hidden).toEqual(["5"]);
    expect(faults).toEqual(["7 a comment without a page"]);
  });

  it("is read with neither a document type nor depth beyond measure", () => {
    const type = `<!DOCTYPE x [<!ENTITY a "${"a".repeat(10)}">]>`;
    expect(read(disqus, type + exported(post("5"))).faults).toEqual([
      "1 a document type is not read; nothing was imported",
    ]);
    expect(read(disqus, "<a>".repeat(1000)).faults).toEqual([
      "1 elements are nested deeper than 100; what follows was not read",
    ]);
    const { comments, faults } = read(disqus, exported(post("5", { message: "<b>".repeat(20_000) }), post("6")));
    expect(comments.map(({ id }) => id)).toEqual(["6"]);
    expect(faults).toEqual(["4 a comment whose elements are nested too deeply"]);
  });
});

describe("WordPress", () => {
  const comment = (id: number, approved: string) => `<wp:comment><wp:comment_id>${id}</wp:comment_id>
    <wp:comment_author>李四</wp:comment_author><wp:comment_author_email>${secrets[0]}</wp:comment_author_email>
    <wp:comment_author_IP>${secrets[1]}</wp:comment_author_IP><wp:comment_date_gmt>2015-03-02 01:00:00</wp:comment_date_gmt>
    <wp:comment_content><![CDATA[谢谢 $latex x$]]></wp:comment_content><wp:comment_approved>${approved}</wp:comment_approved>
    <wp:comment_parent>0</wp:comment_parent></wp:comment>`;

  it("has approved comments below its posts, found by the link or the number of the post", () => {
    const item = (link: string, ...comments: readonly string[]) =>
      `<item><title>示例</title><link>${link}</link><wp:post_id>7</wp:post_id>${comments.join("")}</item>`;
    const text = `<rss xmlns:wp="w"><channel>${item("https://old.example/2015/a/", comment(3, "1"), comment(4, "0"))}${item("", comment(5, "1"))}</channel></rss>`;
    const { comments, hidden, leftOut } = read(wordpress, text);
    expect(comments.map(({ id, content, page_key }) => [id, content, page_key])).toEqual([
      ["3", "谢谢 $x$", "/2015/a/"],
      ["5", "谢谢 $x$", "/?p=7"],
    ]);
    expect(hidden).toEqual(["4"]);
    expect(leftOut).toEqual(["1 a comment that was not approved"]);
  });
});

describe.each([artrans, waline, disqus, wordpress])("$name", (reader) => {
  it.each([
    ["binary", Uint8Array.from({ length: 64 }, (_, index) => (index % 2 === 0 ? 0xff : 0xfd))],
    ["one long line", "x".repeat(2_000_000)],
    ["deep JSON", "[".repeat(100_000)],
  ])("says what is wrong with a file that is %s", (_what, body) => {
    const { comments, faults } = read(reader, body);
    expect(comments).toEqual([]);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.join("").length).toBeLessThan(4000);
  });
});

describe("imported comments", () => {
  const one = (id: string, page_key: string): ArtranComment => ({
    ...expected,
    id,
    rid: "",
    content: id,
    created_at: "2016-01-02 11:04:05 +0800",
    page_key,
  });

  it("get the path of their post, or are counted by the address that nobody has", () => {
    const find = (address: string) => (address.includes("42") ? "/archives/42/" : undefined);
    const found = [one("1", "https://old.example/42"), one("2", "/x"), one("3", "/x")];
    expect(placeComments(found, find)).toEqual({ comments: [one("1", "/archives/42/")], lost: new Map([["/x", 2]]) });
  });

  it("stay beside those of later imports, unless they are hidden there", () => {
    const merged = mergeComments([one("1", "/a/"), one("2", "/a/"), one("3", "/a/")], [one("2", "/b/")], ["3"]);
    expect(merged).toEqual([one("1", "/a/"), one("2", "/b/")]);
  });
});
