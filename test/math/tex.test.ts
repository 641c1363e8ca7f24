import { describe, expect, it } from "vitest";
import { argumentAt, optionalAt } from "../../src/math/tex/arguments.ts";
import { environmentAt, markAt } from "../../src/math/tex/environments.ts";
import { lex } from "../../src/math/tex/lex.ts";

const kinds = (tex: string) => lex(tex).tokens.map(({ kind, text }) => `${kind} ${text}`);

describe("tokens", () => {
  it.each([
    ["\\alpha x", ["command \\alpha", "space  ", "char x"]],
    ["\\,\\\\\\{", ["command \\,", "command \\\\", "command \\{"]],
    ["{a&b}", ["open {", "char a", "cell &", "char b", "close }"]],
    ["a_1^2", ["char a", "script _", "char 1", "script ^", "char 2"]],
    ["a%b\n  c", ["char a", "comment %b\n  ", "char c"]],
    ["a%b", ["char a", "comment %b"]],
    ["\\text{5%}%", ["command \\text", "open {", "char 5", "char %", "close }", "comment %"]],
    ["\\tag*{%}", ["command \\tag", "char *", "open {", "char %", "close }"]],
    ["\\verb|%}|x", ["command \\verb|%}|", "char x"]],
    ["$", ["dollar $"]],
    ["😀", ["char 😀"]],
    ["\\", ["char \\"]],
  ])("of %j", (tex, expected) => {
    expect(kinds(tex)).toEqual(expected);
  });

  it("know the partner of each brace", () => {
    expect(lex("}{a{}").partner).toEqual([-1, -1, -1, 4, 3]);
  });
});

describe("arguments", () => {
  it.each([
    ["{ab}c", "ab"],
    [" a", "a"],
    ["%x\n\\foo{b}", "\\foo"],
    ["}", undefined],
    ["&", undefined],
    ["{a", undefined],
    ["", undefined],
  ])("the one of %j is %j", (tex, expected) => {
    expect(argumentAt(lex(tex), 0)?.inner).toBe(expected);
  });

  it.each([
    ["[a]b", "a"],
    ["[{]}]", "{]}"],
    ["a", undefined],
    ["[a}", undefined],
    ["[{a", undefined],
    ["[a", undefined],
  ])("the one in brackets of %j is %j", (tex, expected) => {
    expect(optionalAt(lex(tex), 0)?.inner).toBe(expected);
  });
});

describe("environments", () => {
  it.each([
    ["\\begin{a}x\\end{a}", "a"],
    ["\\begin{a}\\begin{b}\\end{b}\\end{a}", "a"],
    ["\\begin{a}\\end{b}", undefined],
    ["\\begin{a}", undefined],
    ["\\end{a}", undefined],
    ["\\begin a", undefined],
    ["x", undefined],
  ])("in %j begins %j", (tex, expected) => {
    expect(environmentAt(lex(tex), 0)?.name).toBe(expected);
  });

  it("have names without white space around", () => {
    expect(markAt(lex("\\begin { a }"), 0)?.name).toBe("a");
  });
});
