import { describe, expect, test } from "vitest";
import { parseMarkdown } from "../../../src/parse/math-syntax/parse-markdown.ts";

/** `line:column-column severity code: message`, one a finding. */
function findings(text: string): readonly string[] {
  return parseMarkdown(text).findings.map(
    ({ span: { start, end }, severity, code, message }) =>
      `${start.line}:${start.column}-${end.column} ${severity} ${code}: ${message}`,
  );
}

describe("unclosed displays", () => {
  test.each([
    ["$$a", "no `$$` follows"],
    ["$$\n文\n# 题\n$$", "the heading in line 3"],
    ["$$\n```\n$$\n```\n\n$$", "the code block in line 2"],
    ["$$a\n\nb$$", "the blank line 2"],
    ["> $$a\n>\n> b$$", "the blank line 2"],
    ["文$${a$$", "the braces, or the block in which it stands, do not fit to the `$$` in line 1"],
  ])("%j", (text, reason) => {
    expect(findings(text)[0]).toMatch(/^1:\d-\d error math\/unclosed-display/);
    expect(findings(text)[0]).toContain(`not closed: ${reason}.`);
  });
});

describe("environments", () => {
  test.each([
    ["a \\begin{math}b", "no `\\end{math}` of its own follows within 20000 characters"],
    ["a \\begin{math}\n\n\\end{math}", "text shares its lines, and line 2 is blank"],
    ["a \\begin{math}\n```\n\\end{math}\n```", "the code block in line 2 ends the search"],
    ["| a \\begin{math} |\n| - |\n| \\end{math} |", "its `\\end` in line 3 stands in another block"],
  ])("%j", (text, reason) => {
    const found = findings(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^1:\d+-\d+ error math\/unclosed-environment/);
    expect(found[0]).toContain(`\`\\begin{math}\` is not closed: ${reason}.`);
  });

  test("names that are not known", () => {
    expect(findings("文\n甲\\begin{定理}乙\\end{定理}\\end{证明}")).toEqual([
      "2:2-12 warning math/unknown-environment: `定理` is no environment of mathematics that is known here; it is shown as text.",
      "2:21-29 warning math/stray-end: `\\end{证明}` closes an environment that is not open here.",
    ]);
  });

  test("ends without begin, or of another name", () => {
    expect(findings("a\\end{math}")).toEqual([
      "1:2-12 warning math/stray-end: `\\end{math}` closes an environment that is not open here.",
    ]);
    expect(findings("\\begin{align}\na\n\\end{align*}").at(-1)).toBe(
      "3:1-13 warning math/stray-end: `\\end{align*}` closes an environment that is not open here; `\\begin{align}` in line 1 is.",
    );
    expect(
      findings("`\\begin{math}` \\end{math} \\begin{math}").map((text) => text.split(":")[1]?.slice(0, 5)),
    ).toEqual(["16-26", "27-39"]);
  });

  test("an end whose begin is reported is not reported again", () => {
    expect(findings("a \\begin{math}\n\nb\\end{math}")).toHaveLength(1);
  });
});

describe("dollar signs", () => {
  test("without partner", () => {
    expect(findings("令$x为")).toEqual(["1:2-3 warning math/odd-dollars: This `$` has no partner in the paragraph."]);
    expect(findings("| $a | $b |\n| - | - |\n").map((text) => text.slice(0, 5))).toEqual(["1:3-4", "1:8-9"]);
    expect(findings("甲${a 乙${b")).toEqual([
      "1:2-3 warning math/odd-dollars: This `$` and 1 more in this paragraph have no partner in the paragraph.",
    ]);
  });

  test("with a partner in another block", () => {
    expect(findings("文$a\n- b$")[0]).toBe(
      "1:2-3 warning math/odd-dollars: This `$` has no partner: the next one stands in line 2, in another paragraph, list item or quote.",
    );
  });

  test("money is said once, as information", () => {
    expect(findings("从$5到$6\n\n和$7")).toEqual([
      "1:2-3 info math/odd-dollars: This `$` is read as text because a digit follows it and no formula closes.",
    ]);
    expect(findings("\\$5")).toEqual([]);
  });

  test("runs", () => {
    expect(findings("$".repeat(5))).toEqual([
      "1:1-6 warning math/dollar-run: 5 `$` stand in a row; at most two of them are a delimiter, the others are text.",
    ]);
    expect(findings("$$$a$$$").map((text) => text.slice(0, 5))).toEqual(["1:1-4", "1:5-8"]);
    expect(findings("$a$$$b")).toHaveLength(1);
  });

  test("in a paragraph with links, emphasis and addresses", () => {
    expect(findings("[a$](u) *b*")).toEqual([
      "1:3-4 warning math/odd-dollars: This `$` has no partner in the paragraph.",
    ]);
    expect(findings("http://a.b/$c <http://a.b/$c> www.a.b/$c d@e.fg \\begin{x}")).toHaveLength(1);
  });

  test("not in code, HTML, alternative texts", () => {
    expect(findings('`$` <b a="$"> ![$](u)\n\n    $$\n\n<p>\n$\n</p>')).toEqual([]);
  });
});

test("a row that cannot be read is reported once", () => {
  expect(findings("> | a | b | c |\n> | - | - | - |\n> | $a|b$ | c |")).toEqual([
    "3:3-16 error math/table-bar: The bars of this row cannot be read: with or without those inside formulas, the number of cells is wrong.",
  ]);
});
