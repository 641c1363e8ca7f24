import { describe, expect, it } from "vitest";
import {
  doubledBrackets,
  kramdownDollars,
  singleBrackets,
  unwrapCode,
} from "../../../src/importers/markdown/math-dialects.ts";

describe("dialects of formulas", () => {
  it.each([
    ["`$x$`和`` $$y$$ ``", "$x$和$$y$$"],
    ["`$HOME` `a $x$` `$$`", "`$HOME` `a $x$` `$$`"],
    ["```\n`$x$`\n```", "```\n`$x$`\n```"],
  ])("in code: %j", (text, expected) => expect(unwrapCode(text)).toBe(expected));

  it.each([
    ["\\\\(x\\\\)与\\\\[y\\\\]", "$x$与$$y$$"],
    ["$\\begin{matrix}a\\\\(b)\\end{matrix}$", "$\\begin{matrix}a\\\\(b)\\end{matrix}$"],
    ["`\\\\(x\\\\)`", "`\\\\(x\\\\)`"],
  ])("in doubled brackets: %j", (text, expected) => expect(doubledBrackets(text)).toBe(expected));

  it.each([["\\(x\\)与\\[y\\]与$z$", "$x$与$$y$$与$z$"]])("in brackets: %j", (text, expected) =>
    expect(singleBrackets(text)).toBe(expected),
  );

  it.each([
    ["设$$x$$，\n\n$$\ny\n$$\n\n则$$z$$", "设$x$，\n\n$$\ny\n$$\n\n则$z$"],
    ["甲\n$$x$$\n乙", "甲\n$x$\n乙"],
    ["$$x$$", "$$x$$"],
  ])("of kramdown: %j", (text, expected) => expect(kramdownDollars(text)).toBe(expected));
});
