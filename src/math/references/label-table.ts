import type { FormulaRow, SourceFormula } from "../../model/post.ts";
import type { TexRange } from "../../model/ports.ts";
import type { NumberedFormula } from "../numbers/number-formulas.ts";
import type { Problem } from "../problem.ts";

/** A label and the row that it names. */
export interface LabelledRow {
  readonly label: string;
  readonly row: FormulaRow;
  readonly formula: NumberedFormula;
}

export interface LabelTable {
  readonly byName: ReadonlyMap<string, LabelledRow>;
  readonly problems: readonly (Problem & { readonly formula: SourceFormula })[];
}

/**
 * The labels of a post. Of two rows with one label the first keeps it; both places are reported. The same text of a
 * `\tag` twice is only a warning.
 */
export function labelTable(numbered: readonly NumberedFormula[]): LabelTable {
  const byName = new Map<string, LabelledRow>();
  const problems: (Problem & { readonly formula: SourceFormula })[] = [];
  const shown = new Map<string, SourceFormula>();
  for (const formula of numbered) {
    const { source } = formula.prepared;
    for (const row of formula.rows) {
      for (const label of row.labels) {
        const first = byName.get(label);
        if (first) problems.push(duplicate({ label, row, formula }, first));
        else byName.set(label, { label, row, formula });
      }
      const twin = shown.get(row.shown);
      if (twin) problems.push(sameNumber(row.shown, source, twin));
      else shown.set(row.shown, source);
    }
  }
  return { byName, problems };
}

function duplicate({ label, formula }: LabelledRow, first: LabelledRow) {
  const at = placeOfLabel(first.formula, label, 0);
  return {
    code: "math/duplicate-label" as const,
    message: `“${label}” is a label of two rows; the first one keeps it`,
    hint: "give one of them another label",
    at: placeOfLabel(formula, label, first.formula === formula ? 1 : 0),
    related: [{ formula: first.formula.prepared.source, at, message: "is labelled so first" }],
    formula: formula.prepared.source,
  };
}

function sameNumber(shown: string, formula: SourceFormula, twin: SourceFormula) {
  return {
    code: "math/duplicate-tag" as const,
    message: `two rows of the post show ${shown}`,
    related: [{ formula: twin, at: { offset: 0, length: 0 }, message: "shows it first" }],
    formula,
  };
}

/** Where a label is written in a formula, the occurrence counted from 0; the formula's start if it is its `{#…}`. */
function placeOfLabel({ labels }: NumberedFormula, name: string, occurrence: number): TexRange {
  const places = labels.filter((label) => label.name === name);
  return (places[occurrence] ?? places.at(-1))?.at ?? { offset: 0, length: 0 };
}
