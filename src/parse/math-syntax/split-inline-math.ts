import { endOf, findTextFormula } from "./find-formula.ts";
import { mathSource } from "./math-source.ts";

/** A piece of a title: text as it is shown, or TeX with its place, `text.slice(start, end)`. */
export type InlinePiece =
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "math"; readonly value: string; readonly start: number; readonly end: number };

const units = /\\[^]|\$/g;

/**
 * Splits a line that is not Markdown, such as a title of the front matter, at its formulas. The rules for `$`
 * are those of a paragraph: escapes, braces, no closer before a digit; `\$` is a dollar sign. Pieces of text
 * are never empty.
 */
export function splitInlineMath(text: string): readonly InlinePiece[] {
  const source = mathSource(text);
  const pieces: InlinePiece[] = [];
  const addText = (from: number, to: number): void => {
    if (to > from) pieces.push({ kind: "text", value: text.slice(from, to).replaceAll("\\$", "$") });
  };
  let done = 0;
  let previousEnd = -1;
  for (const { index } of text.matchAll(units)) {
    const formula = index < done ? undefined : findTextFormula(source, index, previousEnd);
    if (!formula) continue;
    addText(done, formula.start);
    const raw = text.slice(formula.valueStart, formula.valueEnd);
    const start = formula.valueStart + raw.length - raw.trimStart().length;
    const value = raw.trim();
    pieces.push({ kind: "math", value, start, end: start + value.length });
    done = formula.end;
    previousEnd = endOf(source, formula, previousEnd);
  }
  addText(done, text.length);
  return pieces;
}
