import { describe, expect, test } from "vitest";
import { readLayout } from "../../../src/parse/math-syntax/layout.ts";
import { maskSource } from "../../../src/parse/math-syntax/mask.ts";
import { mathSource } from "../../../src/parse/math-syntax/math-source.ts";
import { parseMarkdown } from "../../../src/parse/math-syntax/parse-markdown.ts";
import { outline } from "./outline.ts";

/** The source with `◆` for every hidden character. */
function hidden(text: string): string {
  const characters = text.split("");
  for (const offset of readLayout(mathSource(text)).hide) characters[offset] = "◆";
  return characters.join("");
}

describe("what is hidden", () => {
  test.each([
    ["table without outer borders", "a | b\n--- | ---\n$|a|$ | b", "a | b\n--- | ---\n$◆a◆$ | b"],
    ["head of a table", "| $|a|$ | b |\n| - | - |", "| $◆a◆$ | b |\n| - | - |"],
    ["table in a quote", "> | a |\n> | - |\n> | $|a|$ |", "> | a |\n> | - |\n> | $◆a◆$ |"],
    ["table in a list", "- | a |\n  | - |\n  | $|a|$ |", "- | a |\n  | - |\n  | $◆a◆$ |"],
    ["escaped bars", "| a |\n| - |\n| $\\|a|b$ |", "| a |\n| - |\n| $\\|a◆b$ |"],
    ["code in a row", "| a | b |\n| - | - |\n| `$|` $|a|$ `x |", "| a | b |\n| - | - |\n| `$|` $◆a◆$ `x |"],
    ["formulas that touch", "| a |\n| - |\n| $|a$$b|$ |", "| a |\n| - |\n| $◆a$$b◆$ |"],
    ["money in two cells", "| a | b |\n| - | - |\n| $a | $b |", "| a | b |\n| - | - |\n| $a | $b |"],
    [
      "money beside a formula",
      "| a | b | c |\n| - | - | - |\n| $a | $b | $|c|$ |",
      "| a | b | c |\n| - | - | - |\n| $a | $b | $◆c◆$ |",
    ],
    ["short row", "| a | b |\n| - | - |\n| $|x|$ |", "| a | b |\n| - | - |\n| $◆x◆$ |"],
    ["empty row", "| a |\n| - |\n|\n| $|x|$", "| a |\n| - |\n|\n| $◆x◆$"],
    ["no delimiter row", "| a |\n$|b|$\n| - - |", "| a |\n$|b|$\n| - - |"],
    ["markers in a display", "a$$\n- b\n1. c\n=\n> d\n\\x\n$$", "a$$\n◆ b\n◆. c\n◆\n◆ d\n\\x\n$$"],
    ["heading in an environment", "a\\begin{math}\n# b\n\\end{math}", "a\\begin{math}\n◆ b\n\\end{math}"],
    ["quote in a quote", "> a$$\n> > b\n> $$", "> a$$\n> ◆ b\n> $$"],
    ["last line of the source", "a$$\n+ b$$", "a$$\n◆ b$$"],
    ["behind a code span", "`$$` a$$\n- b\n$$ `", "`$$` a$$\n◆ b\n$$ `"],
    ["behind a comment", "<!-- $$ --> a$$\n- b\n$$", "<!-- $$ --> a$$\n◆ b\n$$"],
    ["behind a comment without end", "<!-- a$$\n- b\n$$", "<!-- a$$\n◆ b\n$$"],
    ["run of three", "a$$$\n- b\n$$$", "a$$$\n◆ b\n$$$"],
    ["code span over a blank line", "`a$$\n- b\n$$\n\n`", "`a$$\n◆ b\n$$\n\n`"],
  ])("%s", (_name, text, expected) => expect(hidden(text)).toBe(expected));

  test.each([
    ["blocks", "$$\n- b\n$$"],
    ["code", "```\na$$\n- b\n$$\n```"],
    ["code with longer end", "~~~\na$$\n~~~~\n$$\n- b"],
    ["code without end", "```\na$$\n- b\n$$"],
    ["code at the end", "a\n```"],
    ["inline formulas", "$a\n- b$"],
    ["blank line", "a$$\n- b\n\n$$"],
    ["heading", "a$$\n- b\n# c\n$$"],
    ["fence", "a\\begin{math}\n- b\n~~~\n\\end{math}"],
    ["items of one list", "- a$$\n- b$$"],
  ])("nothing in %s", (_name, text) => expect(hidden(text)).toBe(text));

  test("code ends with its quote or list", () => {
    expect(hidden("> ```\na$$\n- b$$")).toBe("> ```\na$$\n◆ b$$");
    expect(hidden("- ```\n  c\n\na$$\n- b$$")).toBe("- ```\n  c\n\na$$\n◆ b$$");
  });

  test("an item's own lines may start like items", () => {
    expect(hidden("- a$$\n  - b\n  $$")).toBe("- a$$\n  ◆ b\n  $$");
  });
});

describe("hiding characters", () => {
  test("keeps offsets and can be undone", () => {
    const mask = maskSource("a|b-c|d", [1, 3, 5]);
    expect(mask.text).toBe("a\uE000b\uE001c\uE000d");
    expect(mask.restore?.(mask.text)).toBe("a|b-c|d");
  });

  test("keeps the source's own private-use characters", () => {
    const mask = maskSource("\uE000|\uE001", [1]);
    expect(mask.text).toBe("\uE000\uE002\uE001");
    expect(mask.restore?.(mask.text)).toBe("\uE000|\uE001");
  });

  test("gives up where no private-use character is left", () => {
    const all = Array.from({ length: 0xf8ff - 0xe000 + 1 }, (_, index) => String.fromCharCode(0xe000 + index)).join("");
    expect(maskSource(`${all}|`, [all.length])).toEqual({ text: `${all}|` });
  });

  test("puts characters back wherever the formula was not read as one", () => {
    const source = '| a |\n| - |\n| <b title="$|x|$"> [$|y|$](|$|z|$) ![$|z|$](u "$|t|$") |';
    expect(JSON.stringify(parseMarkdown(source).tree)).not.toMatch(/[\uE000-\uF8FF]/);
  });

  test("code that looks like a display is unharmed", () => {
    const source = "文\n\n    a$$\n    - b\n    $$";
    expect(outline(parseMarkdown(source))).toBe('paragraph: text "文"\ncode: "a$$\\n- b\\n$$"');
  });
});
