import type { Diagnostic, Severity } from "../model/diagnostic.ts";
import { codes, isCode } from "./codes.ts";

/** Applies the site's `rules`: silences a code, changes its severity, or turns on one that is off by default. */
export function applyRules(
  diagnostics: readonly Diagnostic[],
  rules: Readonly<Record<string, Severity | "ignore">>,
): readonly Diagnostic[] {
  return diagnostics.flatMap((one) => {
    const rule = rules[one.code] ?? (isCode(one.code) && "off" in codes[one.code] ? "ignore" : undefined);
    if (rule === "ignore") return [];
    return rule === undefined ? [one] : [{ ...one, severity: rule }];
  });
}

/** File, then place, then code: the order in which diagnostics are printed, whatever order they were found in. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      order(a.file, b.file) ||
      (a.span?.start.offset ?? -1) - (b.span?.start.offset ?? -1) ||
      order(a.code, b.code) ||
      order(a.message, b.message),
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Number of diagnostics by code, codes in alphabetical order. */
export function countByCode(diagnostics: readonly Diagnostic[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => order(a, b)));
}
