import fc from "fast-check";
import { expect, test } from "vitest";
import { splitInlineMath } from "../../../src/parse/math-syntax/split-inline-math.ts";

/** Text in quotes, TeX in brackets. */
function split(text: string): string {
  return splitInlineMath(text)
    .map((piece) => (piece.kind === "text" ? JSON.stringify(piece.value) : `[${piece.value}]`))
    .join(" ");
}

test.each([
  ["", ""],
  ["旋转", '"旋转"'],
  ["从$f(x)$到$ g $", '"从" [f(x)] "到" [g]'],
  ["$a$$b$", "[a] [b]"],
  ["只要$5到$10", '"只要$5到$10"'],
  ["\\$5与$x=\\$5$", '"$5与" [x=\\$5]'],
  ["$\\text{若 $x$}$。", '[\\text{若 $x$}] "。"'],
  ["$$a$$", "[a]"],
  ["$a_1*b|", '"$a_1*b|"'],
  ["甲\\begin{math}a\\end{math}", '"甲" [\\begin{math}a\\end{math}]'],
])("%j", (text, expected) => expect(split(text)).toBe(expected));

test("places are those of the TeX", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...Array.from("$\\{} a1中"))).map((parts) => parts.join("")),
      (text) => {
        for (const piece of splitInlineMath(text)) {
          if (piece.kind === "math") expect(text.slice(piece.start, piece.end)).toBe(piece.value);
          else expect(piece.value).not.toBe("");
        }
      },
    ),
  );
});
