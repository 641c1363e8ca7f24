import type { SourceLine } from "../../model/position.ts";
import type { LineIndex } from "../../text/line-index.ts";
import type { FormulaToken } from "./nodes.ts";

export interface FormulaValue {
  readonly value: string;
  readonly lines: readonly SourceLine[];
}

/**
 * TeX of a formula without the prefixes of its lines and without white space at its edges, and the table
 * that leads from each of its lines back to the source.
 */
export function formulaValue(source: string, { range, starts }: FormulaToken, index: LineIndex): FormulaValue {
  const pieces = starts.map((start) => {
    const from = Math.max(start, range.valueStart);
    const lineEnd = source.indexOf("\n", start);
    return {
      from,
      text: source.slice(from, Math.max(from, Math.min(lineEnd === -1 ? source.length : lineEnd, range.valueEnd))),
    };
  });
  const blank = ({ text }: { text: string }): boolean => text.trim() === "";
  const first = pieces.findIndex((piece) => !blank(piece));
  if (first === -1) return { value: "", lines: [{ value: 0, start: index.pointAt(range.valueStart) }] };
  const kept = pieces.slice(first, pieces.findLastIndex((piece) => !blank(piece)) + 1);
  const lines: SourceLine[] = [];
  let value = "";
  for (const [number, { from, text }] of kept.entries()) {
    // Form feeds are no white space here: they are left of a command such as \frac, and must be reported.
    const cut = number === 0 ? text.length - text.replace(/^[^\S\f\v]+/, "").length : 0;
    if (number > 0) value += "\n";
    lines.push({ value: value.length, start: index.pointAt(from + cut) });
    value += text.slice(cut);
  }
  return { value: value.replace(/[^\S\f\v]+$/, ""), lines };
}
