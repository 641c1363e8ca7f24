import { describe, expect, it } from "vitest";
import { readYaml } from "../../../src/parse/front-matter/yaml.ts";
import { parseText } from "../parse-post.ts";
import { cpuClock } from "../../support/cpu-clock.ts";

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");

/** What is refused: block between the dashes, and the place of the fault. */
const hostile: readonly (readonly [what: string, block: string, line: number, message: RegExp])[] = [
  ["a function as a tag", "title: !!js/function 'function(){}'", 2, /tag/],
  ["binary data as a tag", "title: !!binary aGk=", 2, /tag/],
  ["a tag of its own", "title: !evil x", 2, /tag/],
  ["a prototype", "__proto__: {polluted: true}", 2, /“__proto__” is not allowed/],
  ["a constructor deep inside", "a: {b: {constructor: 1}}", 2, /“constructor” is not allowed/],
  ["a key twice", "title: a\ntitle: b", 3, /unique/i],
  ["aliases that grow", `a: &a [x]\n${lines(40, (i) => `k${i}: *a`)}`, 35, /too many aliases/],
  [
    "a billion laughs",
    `a0: &a0 [x, x]\n${lines(30, (i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)}`,
    19,
    /too many aliases/,
  ],
  ["deep nesting", `a: ${"[".repeat(60)}${"]".repeat(60)}`, 2, /nested too deeply/],
  ["a list instead of keys", "- a\n- b", 1, /not a list of keys/],
  ["a text instead of keys", "only words", 1, /not a list of keys/],
  ["an alias to nothing", "a: *nothing", 2, /nothing has the anchor “nothing”/],
  ["a tab as indentation", "a:\n\tb: 1", 3, /tab/i],
];

describe("hostile front matter", () => {
  it.each(hostile)("with %s is refused at its place, and runs nothing", (_what, block, line, message) => {
    const elapsedMs = cpuClock();
    const { value, diagnostics } = parseText(`---\n${block}\n---\n正文`);
    expect(elapsedMs()).toBeLessThan(1000);
    const [first] = diagnostics.filter(({ code }) => code === "front-matter/syntax");
    expect(first?.message).toMatch(message);
    expect(first?.span?.start.line).toBe(line);
    expect(value?.body).toBe("<p>正文</p>");
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it.each(["js", "javascript", "JS", "json", "toml", "coffee", "cson", "yaml", " js "])(
    "written in “%s” is not read at all",
    (language) => {
      const { value, diagnostics } = parseText(`---${language}\nthrow new Error("it ran")\n---\n正文`);
      expect(value).toBeUndefined();
      expect(diagnostics.map(({ code }) => code)).toEqual(["front-matter/language"]);
    },
  );

  it("reaches no other engine of the library even if the language slips through", () => {
    for (const language of ["js", "javascript", "json", "coffee", "cson", "toml"]) {
      const result = readYaml(`---${language}\n{"a": 1}\n---\n`);
      expect(result).toMatchObject({ ok: false, message: "front matter is read as YAML only" });
    }
  });

  it("with more than 100 tags has none, which is said", () => {
    const tags = (count: number) =>
      `title: 题\ndate: 2024-01-01\ntags: ${JSON.stringify(Array.from({ length: count }, (_, i) => `t${i}`))}`;
    const { value, diagnostics } = parseText(`---\n${tags(101)}\n---\n正文`);
    expect(value?.meta.tags).toEqual([]);
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      "front-matter/invalid “tags” has more than 100 names",
    ]);
    expect(parseText(`---\n${tags(100)}\n---\n正文`).value?.meta.tags).toHaveLength(100);
  });

  it("of more than 64 KB is text", () => {
    const { diagnostics } = parseText(`---\ntitle: ${"长".repeat(70_000)}\n---\n正文`);
    expect(diagnostics.map(({ code }) => code)).toContain("front-matter/unclosed");
  });
});
