import { describe, expect, it } from "vitest";
import type { ContentHash, SourcePath } from "../../../src/model/brand.ts";
import { readComments } from "../../../src/parse/comments/read-comments.ts";
import { comment } from "../../support/comments.ts";

const read = (text: string) =>
  readComments(
    { path: "data/comments/old.json" as SourcePath, text, hash: "" as ContentHash },
    { timeZone: "Asia/Shanghai", redact: { ids: [], names: [] } },
  );

describe("readComments", () => {
  it("reads what is public of an entry", () => {
    const entry = comment({
      id: "12",
      rid: "0",
      nick: " 李四 ",
      email: "a@b.example",
      is_pinned: "true",
      vote_up: "3",
    });
    const { value, diagnostics } = read(JSON.stringify([entry]));
    expect(diagnostics).toEqual([]);
    const [{ places: _places, ...first } = {}] = value.comments.map((one) => ({ ...one }));
    expect(first).toEqual({
      id: "12",
      name: "李四",
      hasBadge: false,
      date: { day: "2024-01-03", time: "10:00:00", instant: "2024-01-03T10:00:00+08:00" },
      isPinned: true,
      isCollapsed: false,
      page: "/archives/a/",
      content: { literal: "好", start: expect.objectContaining({ line: 1 }) },
    });
    expect(structuredClone(value)).toEqual(value);
  });

  it.each([
    ["", "1:1 the file is not JSON: Unexpected end of input found."],
    ["{}", "1:1 the file is not a list of comments"],
    ["[1]", "1:2 a comment is an object"],
    ["[".repeat(100_000), "1:1 lists and objects are nested too deeply"],
    [
      `[${JSON.stringify(comment({ content: "甲\n乙" })).replace("\\n", "\n")}]`,
      "1:33 “content” holds an end of line or a tab that is not escaped",
    ],
    [`[${JSON.stringify(comment({ id: "<1>" }))}]`, "1:8 “id” holds more than letters, digits and . _ -"],
    [
      `[${JSON.stringify(comment({ rid: "a b" }))}]`,
      expect.stringContaining("“rid” holds more than letters, digits and . _ -"),
    ],
  ])("%.40j gives %j", (text, expected) => {
    const { value, diagnostics } = read(text);
    expect(value.comments).toEqual([]);
    expect(diagnostics.map(({ span, message }) => `${span?.start.line}:${span?.start.column} ${message}`)).toEqual([
      expected,
    ]);
  });
});
