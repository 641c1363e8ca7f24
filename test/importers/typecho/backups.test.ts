import { describe, expect, it } from "vitest";
import { typecho } from "../../../src/importers/typecho/import-typecho.ts";
import { recordOf } from "../../full/typecho/write-dat.ts";
import { importWorld, notesOf } from "../world.ts";
import { post } from "./blog.ts";

const mark = Buffer.from("%TYPECHO_BACKUP_0001%");
const records = [recordOf(1, post(1)), recordOf(1, post(2))];
const first = records[0] ?? Buffer.alloc(0);
const whole = Buffer.concat([mark, ...records, mark]);

async function importBackup(bytes: Uint8Array) {
  const { run, disk } = importWorld(typecho, { "b.dat": bytes });
  const report = await run();
  return { notes: notesOf(report), posts: [...disk.keys()].filter((path) => path.endsWith(".md")).length, report };
}

/** The backup with one change. */
function changed(change: (bytes: Buffer) => void): Buffer {
  const copy = Buffer.from(whole);
  change(copy);
  return copy;
}

describe("backups", () => {
  it("are read by their lengths; records of plugins are passed over", async () => {
    const plugin = recordOf(77, { anything: "x" });
    const { posts, notes } = await importBackup(Buffer.concat([mark, ...records, plugin, mark]));
    expect({ posts, notes }).toEqual({ posts: 2, notes: [] });
  });

  it("of the first version have no length of the body", async () => {
    const old = Buffer.from("%TYPECHO_BACKUP_FILE%");
    const { createHash } = await import("node:crypto");
    const ofOld = records.map((record) => {
      const short = Buffer.concat([
        record.subarray(0, 4),
        Buffer.from(record.subarray(2, 4)).subarray(0, 2),
        record.subarray(8, -32),
      ]);
      return Buffer.concat([short, Buffer.from(createHash("md5").update(short).digest("hex"))]);
    });
    const { posts, notes } = await importBackup(Buffer.concat([old, ...ofOld, old]));
    expect({ posts, notes }).toEqual({ posts: 2, notes: [] });
  });

  it.each([
    [
      "torn",
      whole.subarray(0, -60),
      1,
      `at byte ${21 + first.length}: a record that is longer than the file; nothing behind it was read`,
    ],
    [
      "without its end",
      whole.subarray(0, -21),
      2,
      `at byte ${whole.length - 21}: the mark at the end is missing; the backup may be incomplete`,
    ],
    [
      "torn in the lengths",
      whole.subarray(0, 25),
      0,
      "at byte 21: the file ends inside of a record; nothing behind it was read",
    ],
    [
      "a damaged text",
      changed((bytes) => bytes.writeUInt8(0x41, 21 + first.length - 33)),
      0,
      "at byte 21: a record that is damaged: its sum is wrong; nothing behind it was read",
    ],
    [
      "a length beyond the file",
      changed((bytes) => bytes.writeUInt32LE(0xffffffff, 21 + 4)),
      0,
      "at byte 21: a record that is longer than the file; nothing behind it was read",
    ],
    [
      "a length that is not that of its columns",
      changed((bytes) => bytes.writeUInt32LE(3, 21 + 4)),
      0,
      "at byte 21: a record whose columns are not as long as it says; nothing behind it was read",
    ],
    [
      "no list of columns",
      changed((bytes) => bytes.writeUInt8(0x5b, 21 + 8)),
      0,
      "at byte 21: a record without a list of its columns; nothing behind it was read",
    ],
    ["no backup", Buffer.from("PK\u0003\u0004"), 0, "at byte 0: this is no backup of Typecho"],
    ["nothing", Buffer.alloc(0), 0, "at byte 0: this is no backup of Typecho"],
  ])("that are broken are read up to there: %s", async (_what, bytes, posts, note) => {
    expect(await importBackup(bytes)).toMatchObject({ posts, notes: [`b.dat ${note}`] });
  });

  it("with texts of more than 16 MB lose those rows only", async () => {
    const text = "x".repeat(16_000_001);
    const comment = recordOf(2, { coid: 1, cid: 1, created: 1_593_824_700, text, type: "comment", status: "approved" });
    const { posts, report } = await importBackup(
      Buffer.concat([mark, ...records, recordOf(1, post(3, { text })), comment, mark]),
    );
    expect(posts).toBe(2);
    expect(report.leftOut).toEqual([
      { file: "b.dat, contents", line: 3, message: "a text of more than 16 MB" },
      { file: "b.dat, comments", line: 1, message: "a text of more than 16 MB" },
    ]);
  });

  it("say what they do not hold", async () => {
    const { report } = await importBackup(whole);
    expect(report.account.at(-1)).toContain("holds no settings and no columns that themes have added");
  });

  it("keep passwords and mail to themselves", async () => {
    const user = recordOf(5, {
      uid: 1,
      name: "login",
      password: "$P$geheim",
      mail: "a@private.example",
      screenName: "张三",
      authCode: "geheim",
    });
    const comment = recordOf(2, {
      coid: 1,
      cid: 1,
      created: 1_593_824_700,
      author: "李四",
      mail: "b@private.example",
      ip: "203.0.113.9",
      text: "好",
      type: "comment",
      status: "approved",
    });
    const locked = recordOf(1, post(3, { password: "geheim" }));
    const { run, disk } = importWorld(typecho, {
      "b.dat": Buffer.concat([mark, ...records, locked, user, comment, mark]),
    });
    const report = await run({ drafts: true });
    const all = [...disk.values()].map((bytes) => new TextDecoder().decode(bytes)).join("\n") + JSON.stringify(report);
    expect(disk.size).toBe(6);
    expect(all).not.toMatch(/geheim|private\.example|203\.0\.113|login/);
  });
});
