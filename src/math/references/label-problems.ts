import type { PostReference, SourceFormula } from "../../model/post.ts";
import type { NumberedFormula } from "../numbers/number-formulas.ts";
import type { Problem } from "../problem.ts";

/** Labels that name no row, and labels that nothing refers to. */
export function labelProblems(
  numbered: readonly NumberedFormula[],
  references: readonly PostReference[],
): readonly (Problem & { readonly formula: SourceFormula })[] {
  const asked = new Set(references.flatMap(({ label, post }) => (post === undefined ? [label] : [])));
  return numbered.flatMap(({ prepared, lost, labels }) => {
    const formula = prepared.source;
    return [
      ...lost.map(({ name, at }) => ({
        code: "math/lost-label" as const,
        message: `“${name}” stands in a row without number, and no number follows in the formula`,
        hint: "number the row, or add a \\tag",
        at,
        formula,
        ...(asked.has(name) && { severity: "error" as const }),
      })),
      ...labels
        .filter(({ name }) => !asked.has(name) && !lost.some((one) => one.name === name))
        .map(({ name, at }) => ({
          code: "math/unused-label" as const,
          message: `nothing in the post refers to “${name}”`,
          at,
          formula,
        })),
    ];
  });
}
