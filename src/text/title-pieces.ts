import type { Template } from "../model/brand.ts";
import type { TitlePiece } from "../model/citation.ts";
import { templatePieces } from "./fill-template.ts";

/** The text and the formulas of a title, in order; a title has no references. */
export function titlePieces(title: Template, texOf: (index: number) => string): readonly TitlePiece[] {
  return templatePieces(title, { formula: texOf, reference: String })
    .filter(({ text }) => text !== "")
    .map(({ text, isFormula }) => ({ kind: isFormula ? "math" : "text", value: text }));
}
