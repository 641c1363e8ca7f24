import type { Root } from "mdast";
import { texToText } from "../../text/tex-text.ts";
import { splitInlineMath } from "../math-syntax/split-inline-math.ts";
import { visit } from "../visit.ts";

/** A text that may hold formulas `$…$` with each of them written out, for places that show no markup. */
export function plainMath(text: string): string {
  return splitInlineMath(text)
    .map((piece) => (piece.kind === "text" ? piece.value : texToText(piece.value)))
    .join("");
}

/** Writes out the formulas in the alternative texts of pictures. */
export function plainImageTexts(root: Root): void {
  visit(root, (node) => {
    if ((node.type === "image" || node.type === "imageReference") && node.alt) node.alt = plainMath(node.alt);
  });
}
