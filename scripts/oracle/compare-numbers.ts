import type { MathJaxNumbers } from "./mathjax-numbers.ts";
import type { OracleFormula, OurNumbers } from "./our-numbers.ts";
import { printNumbers } from "./print-numbers.ts";

export interface Difference {
  /** Index of the formula. */
  readonly index: number;
  readonly tex: string;
  readonly ours: string;
  readonly theirs: string;
  /** Why it is meant; absent: one of the two is wrong. */
  readonly reason?: string;
}

/** Refusals of MathJax where we render and report, by its message. */
const refusals: readonly (readonly [RegExp, string])[] = [
  [/^Multiple \\label/, "two labels in a row: MathJax draws an error, we keep both"],
  [/^Multiple \\tag/, "two tags in a row: MathJax draws an error, we keep the first"],
  [/multiply defined$/, "a label given twice: MathJax draws an error, the first keeps it here"],
  [/^\\tag not allowed in/, "\\tag inside of aligned or split: MathJax draws an error, we take it as the row's"],
  [
    /^Erroneous nesting of equation structures/,
    "numbered inside numbered: MathJax draws an error, the first counts here",
  ],
];

/** Differences that our own diagnostics announce. */
const announced: Readonly<Record<string, string>> = {
  "math/label-moved": "a label behind the last \\\\: MathJax loses it, here it names the row above",
  "math/two-tags": "two tags in a row: MathJax takes the last if it does not see both, we keep the first",
};

const numbered = /\\begin\s*\{(?:equation|align|gather|x?alignat|flalign|eqnarray|multline)\*?\}/g;

/**
 * Compares the numbers of every row and the meaning of every label of a page. Behind a formula of which the two
 * sides count differently for a known reason, the distance of the counters is taken into account.
 */
export function compareNumbers(
  formulas: readonly OracleFormula[],
  ours: readonly OurNumbers[],
  theirs: readonly MathJaxNumbers[],
): readonly Difference[] {
  let distance = 0;
  return formulas.flatMap(({ tex }, index) => {
    const [one, other] = [ours[index], theirs[index]];
    if (!one || !other) return [];
    if (/\\setCounter\s*\{/.test(tex)) distance = 0;
    const [own, foreign] = [printNumbers(one), printNumbers(other, distance)];
    distance += one.counted - other.counted;
    if (own === foreign && other.refused === undefined) return [];
    const reason = reasonOf(tex, one, other);
    const text = other.refused === undefined ? foreign : `error “${other.refused}”`;
    return [{ index, tex, ours: own, theirs: text, ...(reason !== undefined && { reason }) }];
  });
}

function reasonOf(tex: string, { codes }: OurNumbers, { refused, rows }: MathJaxNumbers): string | undefined {
  if (refused !== undefined) return refusals.find(([message]) => message.test(refused))?.[1];
  if ((tex.match(numbered)?.length ?? 0) > 1) return "numbered inside numbered: the inner rows have no numbers here";
  if (/\\tag\s*\{\}/.test(tex) && rows.some(({ shown }) => shown === "()"))
    return "\\tag{} means no number: MathJax prints “()” in a display without environment";
  return Object.entries(announced).find(([code]) => codes.has(code))?.[1];
}
