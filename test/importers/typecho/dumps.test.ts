import { describe, expect, it } from "vitest";
import { typecho } from "../../../src/importers/typecho/import-typecho.ts";
import { readDump } from "../../../src/importers/typecho/sql/read-dump.ts";
import { importWorld, notesOf } from "../world.ts";
import { dumpOf, post } from "./blog.ts";

const read = (sql: string) => readDump({ path: "d.sql", bytes: new TextEncoder().encode(sql) }, undefined);
const columns = "cid int, slug text, text text, authorId int, title text";

/** The text of a post by its literal, in a dump that begins so. */
function textOf(head: string, literal: string): string | undefined {
  const { rows, notes } = read(`${head}\nINSERT INTO t_contents VALUES (1,'a',${literal},1,'b');`);
  return rows[0]?.values.get("text") ?? (rows.length === 0 ? notes.map(({ message }) => message).join() : "NULL");
}

const mysql = `/*!40101 SET NAMES utf8 */;\nCREATE TABLE t_contents (${columns});`;
const sqlite = `PRAGMA foreign_keys=OFF;\nCREATE TABLE IF NOT EXISTS "t_contents" (${columns});`;
const postgres = `SET standard_conforming_strings = on;\nCREATE TABLE public.t_contents (${columns});`;

describe("literals", () => {
  it.each([
    [mysql, String.raw`'it\'s "a" \\ \n\t\0\Z\% \q ''b'''`, "it's \"a\" \\ \n\t\0\u001a% q 'b'"],
    [mysql, "'a; -- b /* c */ (d), `e`'", "a; -- b /* c */ (d), `e`"],
    [mysql, "0x61E794B2", "a甲"],
    [mysql, "_utf8mb4'甲'", "甲"],
    [mysql, "-12.5", "-12.5"],
    [mysql, "NULL", "NULL"],
    [sqlite, String.raw`'a\nb''c'`, String.raw`a\nb'c`],
    [sqlite, String.raw`replace(replace('a\r\nb\n','\r',char(13)),'\n',char(10))`, "a\r\nb\n"],
    [sqlite, String.raw`unistr('a\u000ab\\c\+01f600')`, "a\nb\\c😀"],
    [sqlite, "CAST(X'61E794B2' AS TEXT)", "a甲"],
    [postgres, String.raw`E'a\nb\'c'`, "a\nb'c"],
    [postgres, String.raw`'a\nb'`, String.raw`a\nb`],
  ])("%# are read as their database means them", (head, literal, expected) => {
    expect(textOf(head, literal)).toBe(expected);
  });

  it.each([
    "load_file('/etc/passwd')",
    "X'6'",
    "0xff",
    "replace('a')",
    "char(99999999)",
    "(select 1)",
    "'a' || 'b'",
    `${"n ".repeat(10_000)}'a'`,
  ])("that no dump writes are not computed: %s", (literal) => {
    expect(textOf(mysql, literal)).toContain("a value that is no text or number in the column text");
  });
});

describe("dumps", () => {
  it("may name their columns, in any order and case of quotation", () => {
    const { rows, notes } = read(
      "INSERT INTO `db`.`t_contents` (`text`,`cid`,\"slug\",authorId) VALUES ('甲',1,'a',2);REPLACE INTO `t_contents` (`text`,`cid`,`slug`,`authorId`) VALUES ('乙',2,'b',2)",
    );
    expect(notes).toEqual([]);
    expect(rows.map(({ values }) => values.get("text"))).toEqual(["甲", "乙"]);
  });

  it("of PostgreSQL are read line by line", () => {
    const copy = [
      postgres,
      "CREATE FUNCTION f() RETURNS text AS $a$ it's; INSERT INTO x $a$ LANGUAGE sql;",
      'COPY public.t_contents (cid, slug, text, "authorId") FROM stdin;',
      String.raw`1	a	第一行\n\\begin\x41\101	1`,
      "2	b	\\N	1",
      "3	b	c",
      "\\.",
      "SELECT 1;",
    ].join("\n");
    const { rows, notes } = read(copy);
    expect(rows.map(({ values, line }) => [line, values.get("text")])).toEqual([
      [5, "第一行\n\\beginAA"],
      [6, undefined],
    ]);
    expect(notes).toEqual([
      { file: "d.sql", line: 7, message: "a row of 3 values for the 4 columns of t_contents; it is left out" },
    ]);
  });

  const good = dumpOf({ contents: [post(1), post(2)] });
  it.each([
    [
      "cut off in a string",
      good.slice(0, good.lastIndexOf("slug-2") + 3),
      ["d.sql:19 the file ends inside of this row"],
    ],
    [
      "cut off between rows",
      `${good.slice(0, good.indexOf("),\n") + 2)}`,
      ["d.sql:18 a row should begin here; the rest of the statement was not read"],
    ],
    [
      "cut off in COPY",
      `${postgres}\nCOPY t_contents (cid, slug, text, "authorId") FROM stdin;\n1\ta\tb\t1\n`,
      ["d.sql:5 the file ends inside of these rows"],
    ],
    [
      "a comment without end",
      `${good}/* x`,
      ["d.sql:73 a string or comment begins here and never ends; what follows was not read"],
    ],
    [
      "too few values",
      good.replace("'slug-2',", ""),
      ["d.sql:19 a row of 11 values for the 12 columns of typecho_contents; it is left out"],
    ],
    ["too many brackets", good.replace("'slug-2'", "((((('slug-2'"), ["d.sql:19 the file ends inside of this row"]],
    ["no blog", "CREATE TABLE wp_posts (ID int);", ["d.sql there is no table “…contents” with the columns of Typecho"]],
    ["no SQL", "PK\u0003\u0004", ["d.sql there is no table “…contents” with the columns of Typecho"]],
    ["nothing", "", ["d.sql there is no table “…contents” with the columns of Typecho"]],
  ])("that are broken are reported: %s", async (_what, text, notes) => {
    const { run, writes } = importWorld(typecho, { "d.sql": text });
    expect(notesOf(await run())).toEqual(notes);
    for (const path of writes) expect(path).toMatch(/^content\//);
  });

  it("with a value of more than 16 MB lose that row only", async () => {
    const { rows, notes } = read(dumpOf({ contents: [post(1, { text: "x".repeat(16_000_001) }), post(2)] }));
    expect(rows.map(({ values }) => values.get("cid"))).toEqual(["2"]);
    expect(notes.map(({ line, message }) => `${line} ${message}`)).toEqual([
      "18 a value of more than 16 MB in the column text of typecho_contents; the row is left out",
    ]);
  });

  it("in an old Chinese encoding are converted, and a stray byte has its offset", () => {
    const bytes = Uint8Array.from([
      ...new TextEncoder().encode(`${mysql}\nINSERT INTO t_contents VALUES (1,'`),
      0xbc,
      0xd7,
      ...new TextEncoder().encode("','b',1,'c');"),
    ]);
    const { rows, notes } = readDump({ path: "d.sql", bytes }, undefined);
    expect(rows[0]?.values.get("slug")).toBe("甲");
    expect(notes).toEqual([{ file: "d.sql", message: "converted from gb18030" }]);
    const stray = readDump(
      { path: "d.sql", bytes: Uint8Array.from([...new TextEncoder().encode("甲乙丙"), 0xff]) },
      undefined,
    );
    expect(stray.notes[0]?.message).toBe("is not UTF-8: the byte at offset 9 is no part of a character");
  });
});
