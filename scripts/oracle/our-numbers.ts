import type { SourceFormula } from "../../src/model/post.ts";
import { texKatex } from "../../src/host/tex-katex.ts";
import { numberPrepared } from "../../src/math/numbers/number-formulas.ts";
import { prepareFormulas } from "../../src/math/prepare.ts";
import { collectMath } from "../../src/parse/markdown/to-hast.ts";
import { parseMarkdown } from "../../src/parse/math-syntax/parse-markdown.ts";
import type { Numbers } from "./print-numbers.ts";

/** A formula as both sides get it. */
export interface OracleFormula {
  readonly tex: string;
  readonly display: boolean;
}

export type OurNumbers = Numbers & {
  /** Codes of the diagnostics about the formula's rows. */
  readonly codes: ReadonlySet<string>;
};

/** The formulas of a Markdown text as the tokeniser finds them, in document order. */
export function formulasOf(markdown: string): readonly OracleFormula[] {
  return collectMath(parseMarkdown(markdown).tree, 0).formulas.map(({ tex, layout }) => ({
    tex,
    display: layout !== "inline",
  }));
}

/** Numbers of a page by our rules. */
export function ourNumbers(formulas: readonly OracleFormula[]): readonly OurNumbers[] {
  const prepared = prepareFormulas(formulas.map(toSource), { macros: [] }, texKatex.commands).formulas;
  let counter = 0;
  return prepared.map((formula) => {
    const before = formula.counter ?? counter;
    const { formulas: numbered, last } = numberPrepared([formula], {
      numbering: "ams",
      numberTemplate: "(%s)",
      after: before,
      taken: [],
    });
    counter = last;
    const rows = numbered.flatMap((one) => one.rows);
    return {
      rows,
      labels: new Map([
        ...numbered.flatMap((one) => one.labels.map(({ name }) => [name, undefined] as const)),
        ...rows.flatMap(({ labels, number }) => labels.map((label) => [label, number] as const)),
      ]),
      counted: last - before,
      codes: new Set(numbered.flatMap(({ problems }) => problems.map(({ code }) => code))),
    };
  });
}

function toSource({ tex, display }: OracleFormula): SourceFormula {
  const start = { line: 1, column: 1, offset: 0 };
  const end = { line: 1, column: tex.length + 1, offset: tex.length };
  return { tex, layout: display ? "block" : "inline", span: { start, end }, lines: [{ value: 0, start }] };
}
