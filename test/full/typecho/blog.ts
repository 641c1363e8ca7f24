import { random } from "../../../scripts/bench/random.ts";
import { commentsPerPage } from "./old-urls.ts";
import type { Blog, Row } from "./tables.ts";

/** Pieces of everything private; none of them may ever be seen again. */
export const privatePieces = [
  "private.example",
  "203.0.113.",
  "Mozilla/9.9",
  "$P$Bhash",
  "authcode-",
  "login-name-",
  "post-password-",
  "smtp-secret",
  "field-secret",
];

export const pattern = "/[year:digital:4]/[month:digital:2]/[slug].html";
const posts = 200;
const comments = 1500;
/** 2015-01-01 00:30 in China, the day before in Greenwich. */
const start = 1_420_043_400;

const bodies: readonly ((n: number) => string)[] = [
  (n) =>
    `<!--markdown-->设 $x_{${n}}>0$，it's \\_有_下划线_。\n第二行; -- 不是注释 /* 也不是 */\n#小节 ${n}\n- 一\n2. 二\n\n\\begin{align}\na_{${n}} &= b \\\\\\\\\nc &= d\n\\end{align}\n\n\`\`\`py\nprint("a\\n")\n\`\`\`\n<!--more-->\n见 [前文](https://old.example/archives/7/) 与 http://a.example/b，再见 🙂`,
  (n) =>
    `设 $a<b_${n}$ 与\r\n\\begin{align}\r\nx &amp;= ${n}\\\\<br/>\r\ny &amp;= \\text{甲}\r\n\\end{align}\r\n得 <b>证</b>。\r\n\r\n<ul><li>$\\alpha$</li></ul>\r\n\\.\r\n\t\\N 与 "引号" 与 'x'`,
  (n) =>
    `<!--markdown-->图 ![圆](https://old.example/usr/uploads/2015/01/${n}.png)\n\n$$\n\\int_0^{${n}} f(x)\\,dx = \\{a\\}\n$$\n**“甲”**乙与 ** 丙 **丁`,
];

/** The row of one post; every tenth is not for everybody, each in another way. */
function contentOf(n: number): Row {
  const hidden: Readonly<Record<number, Row>> = {
    10: { type: "post_draft" },
    20: { status: "private" },
    30: { status: "hidden" },
    40: { password: `post-password-${n}` },
    50: { status: "waiting" },
    60: { type: "page", slug: "about" },
  };
  return {
    cid: n,
    title: n % 2 === 0 ? `题目 ${n} &amp; &lt;b&gt;` : `割圆记 ${n}`,
    slug: n % 3 === 0 ? `割圆-${n}` : `post-${n}`,
    created: start + n * 90_000,
    modified: start + n * 90_000 + (n % 4) * 1000,
    text: bodies[n % bodies.length]?.(n) ?? "",
    order: 0,
    authorId: (n % 2) + 1,
    template: null,
    type: "post",
    status: "publish",
    password: n % 5 === 0 ? "" : null,
    commentsNum: 7,
    allowComment: "1",
    allowPing: "1",
    allowFeed: "1",
    parent: 0,
    views: n * 1117,
    ...hidden[n],
  };
}

const upload: Row = {
  ...contentOf(posts + 1),
  slug: "a-png",
  type: "attachment",
  parent: 2,
  text: 'a:1:{s:4:"path";s:27:"/usr/uploads/2015/01/2.png";}',
};
const saved: Row = { ...contentOf(posts + 2), slug: "@1", type: "revision", parent: 1 };

/** A blog of 200 posts and 1,500 comments with everything private that Typecho keeps; the same every time. */
export function makeBlog(): Blog {
  const chance = random(7);
  const numbers = Array.from({ length: posts }, (_none, index) => index + 1);
  return {
    contents: [...numbers.map(contentOf), upload, saved],
    comments: Array.from({ length: comments }, (_none, index): Row => {
      const coid = index + 1;
      return {
        coid,
        cid: Math.floor(chance.below(posts)) + 1,
        created: start + coid * 20_000,
        author: `读者${coid}`,
        authorId: coid % 9 === 0 ? 1 : 0,
        ownerId: 1,
        mail: `reader-${coid}@private.example`,
        url: coid % 3 === 0 ? `https://reader-${coid}.example` : null,
        ip: `203.0.113.${coid % 250}`,
        agent: "Mozilla/9.9 (X11; 读者)",
        text: `第 ${coid} 条：$x_{${coid}}^2$ 为何?\n谢谢 <b>😀</b> 'a' \\ "b"`,
        type: coid % 50 === 0 ? "pingback" : "comment",
        status: chance.pick(["approved", "approved", "approved", "waiting", "spam"]),
        parent: coid % 4 === 0 ? coid - 1 : 0,
      };
    }),
    metas: [
      { mid: 1, name: "数学", slug: "math", type: "category", description: null, count: 9, order: 2, parent: 0 },
      {
        mid: 2,
        name: "几何 & 代数",
        slug: "geometry",
        type: "category",
        description: "",
        count: 9,
        order: 1,
        parent: 1,
      },
      { mid: 3, name: "复数", slug: "complex", type: "tag", description: null, count: 9, order: 0, parent: 0 },
    ],
    relationships: numbers.flatMap((cid) =>
      [1, 2, 3].filter((mid) => cid % (mid + 1) === 0).map((mid) => ({ cid, mid })),
    ),
    users: [1, 2].map((uid) => ({
      uid,
      name: `login-name-${uid}`,
      password: `$P$Bhash${uid}`,
      mail: `author-${uid}@private.example`,
      url: `https://author-${uid}.private.example`,
      screenName: uid === 1 ? "张三" : "李四",
      created: start,
      activated: start,
      logged: start,
      group: "administrator",
      authCode: `authcode-${uid}`,
    })),
    fields: [
      { cid: 1, name: "viewsNum", type: "int", str_value: null, int_value: 99, float_value: 0 },
      { cid: 2, name: "thumb", type: "str", str_value: "field-secret", int_value: 0, float_value: 0 },
    ],
    options: [
      { name: "siteUrl", user: 0, value: "https://old.example" },
      { name: "timezone", user: 0, value: "28800" },
      { name: "rewrite", user: 0, value: "1" },
      { name: "commentsPageBreak", user: 0, value: "1" },
      { name: "commentsPageSize", user: 0, value: String(commentsPerPage) },
      {
        name: "routingTable",
        user: 0,
        value: `{"index":{"url":"\\/"},"post":{"url":${JSON.stringify(pattern)},"widget":"x"}}`,
      },
      { name: "plugin:Mailer", user: 0, value: "smtp-secret" },
    ],
  };
}
