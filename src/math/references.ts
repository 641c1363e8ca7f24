import type { Diagnostic } from "../model/diagnostic.ts";
import type { ParsedPost, SourceReference } from "../model/post.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { nearest } from "../text/edit-distance.ts";
import { labelPattern, referencePattern } from "./normalise.ts";
import { placeIn } from "./place.ts";

export interface CheckedReferences {
  readonly count: number;
  readonly unresolved: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks that every `\eqref` and `\ref` of a post, in text and inside formulas, names a label of the post. */
export function checkReferences({ path, formulas, references }: ParsedPost): CheckedReferences {
  const labels = new Set<string>();
  const inside: SourceReference[] = [];
  for (const formula of formulas) {
    if (formula.id !== undefined) labels.add(formula.id);
    for (const [, label = ""] of formula.tex.matchAll(labelPattern)) labels.add(label.trim());
    for (const match of formula.tex.matchAll(referencePattern)) {
      const kind = match[1] === "ref" ? "ref" : "eqref";
      inside.push({ kind, label: match[2] ?? "", span: placeIn(formula, match.index, match[0].length) });
    }
  }
  const all = [...references, ...inside];
  const unresolved = all.filter(({ label }) => !labels.has(label.trim()));
  const diagnostics = unresolved.map(({ label, span }) => {
    const known = nearest(label, [...labels], 3);
    const hint = known === undefined ? undefined : `did you mean “${known}”?`;
    return diagnostic("math/undefined-reference", path, `no formula is labelled “${label}”`, { span, hint });
  });
  return { count: all.length, unresolved: unresolved.length, diagnostics };
}
