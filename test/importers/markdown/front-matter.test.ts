import { describe, expect, it } from "vitest";
import { readHead } from "../../../src/importers/markdown/front-matter.ts";

const fields = (text: string) => Object.fromEntries(readHead(text).fields);

describe("front matter of other generators", () => {
  it.each([
    ["YAML", "---\ntitle: 题\ntags: [a, b]\n---\n\n文"],
    ["YAML without its first line, as Hexo takes it", "title: 题\ntags:\n\t- a\n\t- b\n---\n\n文"],
    ["TOML", '+++\ntitle = "题"\ntags = ["a", "b"]\n+++\n\n文'],
    ["JSON", '{\n"title": "题",\n"tags": ["a", "b"]\n}\n\n文'],
    ["JSON that Hexo ends with semicolons", '"title": "题",\n"tags": ["a", "b"]\n;;;\n\n文'],
    ["JSON in braces and semicolons", '{"title": "题",\n"tags": ["a", "b"]}\n;;;\n\n文'],
  ])("is read as %s", (_name, text) => {
    expect(fields(text)).toEqual({ title: "题", tags: ["a", "b"] });
    expect(readHead(text).body).toBe("文");
    expect(readHead(text).bodyLine).toBe(text.split("\n").length);
  });

  it("keeps dates as they are written", () => {
    expect(fields("+++\ndate = 2020-07-04T09:05:00+08:00\n+++\n")).toEqual({ date: "2020-07-04T09:05:00.000+08:00" });
    expect(fields("---\ndate: 2020-07-04 09:05:00\n---\n")).toEqual({ date: "2020-07-04 09:05:00" });
  });

  it("is read where YAML needs quotes, and says so", () => {
    const { fields: read, problems } = readHead("---\nid: 1\ntitle: a: b\n---\n文");
    expect(Object.fromEntries(read)).toEqual({ id: 1, title: "a: b" });
    expect(problems).toEqual([{ line: 3, message: 'is not YAML as it stands; read as title: "a: b"' }]);
  });

  it.each([
    ["---\na: {\n---\n文", 3],
    ["+++\na = \n+++\n文", 2],
    ['{\n"a": }\n文', 1],
    ["---\n- a\n---\n", undefined],
  ])("is reported if it cannot be read: %j", (text, line) => {
    const { fields: read, problems } = readHead(text);
    expect(read.size).toBe(0);
    expect(problems[0]?.line).toBe(line);
  });

  it("takes what looks like code for text", () => {
    expect(fields("---\na: !!js/function x\n---\n")).toEqual({ a: "!!js/function x" });
    expect(() => readHead("---js\nthrow 1\n---\n")).not.toThrow();
  });

  it.each([
    ["none", "文\n\n---\n\n后"],
    ["a rule", "---\n\n文"],
    ["an open brace", "{x} 文\n"],
    ["a word with a colon", "注：甲\n乙"],
  ])("is not there: %s", (_name, text) => {
    expect(readHead(text).fields.size).toBe(0);
  });

  it("never reaches a prototype", () => {
    for (const text of [
      '{"__proto__": {"polluted": 1}, "constructor": 1}\n文',
      '+++\n"__proto__" = 1\n[constructor]\na = 1\n+++\n文',
      "---\n__proto__: {polluted: 1}\n---\n文",
    ]) {
      expect(readHead(text).fields.size).toBe(0);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    }
  });

  it("is bounded", () => {
    const deep = `{"a": ${"[".repeat(5000)}${"]".repeat(5000)}}\n文`;
    expect(readHead(deep).fields.size).toBeLessThanOrEqual(1);
    expect(readHead(`---\n${"a: 1\n".repeat(20_000)}---\n文`).fields.size).toBe(0);
  });
});
