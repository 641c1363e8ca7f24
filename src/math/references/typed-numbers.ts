import type { SourcePath } from "../../model/brand.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { TypedNumber } from "../../model/post.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import type { NumberedFormula } from "../numbers/number-formulas.ts";

/** Remarks about numbers typed by hand where the post has such an equation: a reference would follow it. */
export function typedNumberRemarks(
  path: SourcePath,
  typed: readonly TypedNumber[],
  formulas: readonly NumberedFormula[],
): readonly Diagnostic[] {
  const rows = new Map(formulas.flatMap((formula) => formula.rows.map((row) => [row.number, row])));
  return typed.flatMap(({ number, span }) => {
    const row = rows.get(number);
    if (!row) return [];
    const [label] = row.labels;
    const hint = label === undefined ? "label the equation and refer to it" : `write \\eqref{${label}}`;
    return [
      diagnostic("math/typed-number", path, `the number of equation ${row.shown} is typed by hand`, { span, hint }),
    ];
  });
}
