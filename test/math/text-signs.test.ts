import { expect, it } from "vitest";
import { textSigns } from "../../src/math/compat/text-signs.ts";
import { lex } from "../../src/math/tex/lex.ts";

const edited = (tex: string) =>
  textSigns
    .edits(lex(tex), { inMacro: false, display: true, arity: () => undefined, note: () => undefined })
    .map(({ start, text }) => [start, text]);

it("a stray dollar outside of texts, alone or in a group, switches nothing", () => {
  expect(edited(String.raw`$\text{a_b}`)).toEqual([[8, "\\_"]]);
  expect(edited(String.raw`{$}\text{a_b}`)).toEqual([[10, "\\_"]]);
});

it("a command of names that has none goes on as TeX", () => {
  expect(edited(String.raw`\text{a_b}\label`)).toEqual([[7, "\\_"]]);
});
