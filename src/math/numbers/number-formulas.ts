import type { MathConfig } from "../../model/config.ts";
import type { TexRange } from "../../model/ports.ts";
import type { FormulaRow, SourceFormula } from "../../model/post.ts";
import { configuredMacros } from "../macros/macro-table.ts";
import { atSource, prepareFormulas, type PreparedFormula } from "../prepare.ts";
import { rangeBack, type Problem } from "../problem.ts";
import type { Display, RowLabel } from "./find-rows.ts";
import { giveIdentifiers } from "./identifiers.ts";
import { numberRows, rangeOf, type NumberedRow } from "./number-rows.ts";

export interface PlacedLabel {
  readonly name: string;
  readonly at: TexRange;
}

export interface NumberedFormula {
  readonly prepared: PreparedFormula;
  readonly rows: readonly FormulaRow[];
  /** Every label, at its place in the author's TeX. */
  readonly labels: readonly PlacedLabel[];
  /** Those that name no row. */
  readonly lost: readonly PlacedLabel[];
  readonly problems: readonly Problem[];
}

export interface NumberedPost {
  /** One entry a formula, same order. */
  readonly formulas: readonly NumberedFormula[];
  /** The counter at the end. */
  readonly last: number;
}

export interface PostNumbering extends Pick<MathConfig, "numbering" | "numberTemplate"> {
  /** The counter before the first formula. */
  readonly after: number;
  /** Identifiers of the page that are not ours. */
  readonly taken: readonly string[];
}

/**
 * Numbers the formulas of one post, in document order. A formula is numbered when it stands in an AMS environment
 * without a star, or has `\tag{…}`; `\setCounter{n}` sets the counter at its place.
 */
export function numberPrepared(formulas: readonly PreparedFormula[], options: PostNumbering): NumberedPost {
  let counter = options.after;
  const numbered = formulas.map((formula) => {
    counter = formula.counter ?? counter;
    const one = numberRows(formula.display, formula.source, counter, {
      numbering: options.numbering,
      template: options.numberTemplate,
    });
    if (!formula.isEmpty) counter = one.counter;
    return {
      prepared: formula,
      rows: formula.isEmpty ? ([] as readonly NumberedRow[]) : one.rows,
      labels: labelsOf(formula.display).map((label) => placed(label, formula)),
      lost: one.lost.map((label) => placed(label, formula)),
      problems: atSource(formula, one.problems),
    };
  });
  const ids = giveIdentifiers(
    numbered.flatMap((one) => one.rows),
    options.taken,
  );
  const identified = (row: NumberedRow): FormulaRow => ({ ...row, id: String(ids.get(row)) });
  return { formulas: numbered.map((one) => ({ ...one, rows: one.rows.map(identified) })), last: counter };
}

function labelsOf({ rows, ghost }: Display): readonly RowLabel[] {
  return [...rows, ...(ghost ? [ghost] : [])].flatMap(({ labels }) => labels);
}

function placed(label: RowLabel, { display, rewritten }: PreparedFormula): PlacedLabel {
  return { name: label.name, at: rangeBack(rangeOf(label, display.lexed), rewritten.toSource) };
}

/**
 * The numbers, labels and identifiers of a post's formulas, without typesetting them.
 *
 * @param formulas in document order, `tex` without delimiters
 * @returns one list of numbered rows for each formula, same order
 */
export function numberFormulas(
  formulas: readonly SourceFormula[],
  options: PostNumbering & Pick<MathConfig, "macros">,
): readonly (readonly FormulaRow[])[] {
  const { formulas: prepared } = prepareFormulas(formulas, { macros: configuredMacros(options.macros) }, new Set());
  return numberPrepared(prepared, options).formulas.map(({ rows }) => rows);
}
