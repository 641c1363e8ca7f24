import type { FoundFormula } from "../math/find-formulas.ts";

/**
 * A formula as the site's Markdown has it. Brackets become dollars; a blank line, which would end a paragraph, goes,
 * because it means nothing to TeX in mathematics.
 *
 * @param next the character behind the formula: a digit directly behind a `$` would keep it from closing
 */
export function printFormula({ kind, tex }: Pick<FoundFormula, "kind" | "tex">, next: string): string {
  const value = tex.replace(/\n(?:[^\S\n]*\n)+/g, "\n");
  switch (kind) {
    case "inline":
      return `$${value.replace(/\s*\n\s*/g, " ").trim()}$${/\d/.test(next) ? "<!-- -->" : ""}`;
    case "display":
      return `$$${value}$$`;
    default:
      return value;
  }
}

/** Whether a piece is a formula that stands on its own. */
export function isDisplay(piece: string): boolean {
  return /^(?:\$\$|\\begin\{)/.test(piece);
}
