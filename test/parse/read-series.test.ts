import { describe, expect, it } from "vitest";
import type { ContentHash, SourcePath } from "../../src/model/brand.ts";
import { readSeries } from "../../src/parse/series/read-series.ts";

const read = (text: string) => readSeries({ path: "data/series.yaml" as SourcePath, text, hash: "" as ContentHash });

/** Diagnostics as `line:column message → hint`. */
function findings(text: string): readonly string[] {
  return read(text).diagnostics.map(({ code, span, message, hint }) => {
    expect(code).toBe("series/invalid");
    const place = span ? `${span.start.line}:${span.start.column} ` : "";
    return `${place}${message}${hint === undefined ? "" : ` → ${hint}`}`;
  });
}

describe("readSeries", () => {
  it("reads everything that can be said about a series", () => {
    const { value, diagnostics } = read(`- name: 圆
  description: |
    说明 $x$。
  finished: true
  order: [b, 1]
  sections:
    - title: 上编
      note: 起
      from: 1
    - title: 下编
      from: 25上
  planned:
    - title: 其后
    - { part: 9, title: 再后, note: 明年 }
  missing:
    3: 没有写
  before: [方, 42]
- name: 方
`);
    expect(diagnostics).toEqual([]);
    const [first, second] = value.infos;
    const { places, ...circle } = first ?? {};
    expect(circle).toEqual({
      name: "圆",
      finished: true,
      order: ["b", "1"],
      sections: [
        { title: "上编", note: "起", from: "1" },
        { title: "下编", from: "25上" },
      ],
      planned: [{ title: "其后" }, { part: 9, title: "再后", note: "明年" }],
      missing: new Map([[3, "没有写"]]),
      before: ["方", "42"],
    });
    expect([...(places ?? [])].map(([key, { start }]) => `${key} ${start.line}:${start.column}`)).toEqual([
      "name 1:9",
      "missing 16:5",
      "order.0 5:11",
      "order.1 5:14",
      "before.0 17:12",
      "before.1 17:15",
      "sections.0.from 9:13",
      "sections.1.from 11:13",
    ]);
    expect(second).toMatchObject({ name: "方", order: [], planned: [] });
    expect(structuredClone(value)).toEqual(value);
  });

  it.each([
    ["- name: 圆\n  description: |\n    甲\n", 3, 4],
    ["- name: 圆\n  description: >\n\n    甲\n", 4, 4],
    ["- name: 圆\n  description: 甲\n", 2, 15],
    ['- name: 圆\n  description: "甲"\n', 2, 16],
  ])("knows where a description starts: %j", (text, line, indent) => {
    expect(read(text).value.notes).toMatchObject([{ name: "圆", line, indent }]);
  });

  it.each([
    ["", []],
    ["- a: b: c", ["1:6 Nested mappings are not allowed in compact mappings"]],
    ["name: 圆", ["the file is not a list of series → begin each series with “- name: …”"]],
    ["- 圆", ["1:3 a series is a map with a name"]],
    ["- finished: true", ["1:3 “name” is not a text"]],
    ["- name: 圆\n  finished: 是", ["2:13 “finished” is neither true nor false"]],
    ["- name: 圆\n  finishd: true", ["2:12 “finishd” is not a key of a series → did you mean finished?"]],
    ["- name: 圆\n  planned: [{title: 下, nots: 甲}]", ["2:30 “nots” is not a key of a series → did you mean note?"]],
    ["- name: 圆\n  xyz: 1", ["2:8 “xyz” is not a key of a series"]],
    [
      "- name: 圆\n  sections: [{title: 上, frm: 1}]",
      ["2:14 “sections.0.from” is not an id", "2:30 “frm” is not a key of a series → did you mean from?"],
    ],
    ["- name: 圆\n  missing: {三: 无}", ["2:16 “missing.三” is not a number of a part"]],
    ["- name: 圆\n  planned: [{title: 后, part: -1}]", ["2:30 “planned.0.part” is negative"]],
    ["- name: 圆\n  order: 1", ["2:10 “order” is not a list of ids"]],
  ])("%j gives %j", (text, expected) => {
    expect(findings(text)).toEqual(expected);
  });

  it("uses the series that are right", () => {
    expect(read("- name: 圆\n  finished: 是\n- name: 方").value.infos.map(({ name }) => name)).toEqual(["方"]);
  });
});
