import type { FormulaRow } from "../../model/post.ts";
import type { NumberedRow } from "./number-rows.ts";

/** Names that would hide properties of a document. */
const reserved: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Gives each numbered row its identifier on the page: `eq:` and the label, or the label itself if it begins so
 * already; `eq:` and the number without a label. Labels come before numbers, then document order; what is taken
 * gets `-2`, `-3` ….
 *
 * @param formulas rows of each formula, in document order
 * @param taken identifiers of the page that are not ours
 */
export function giveIdentifiers(
  formulas: readonly (readonly NumberedRow[])[],
  taken: readonly string[],
): readonly (readonly FormulaRow[])[] {
  const used = new Set(taken);
  const ids = new Map<NumberedRow, string>();
  const all = formulas.flat();
  const labelled = all.filter(({ labels }) => labels.length > 0);
  const others = all.filter(({ labels }) => labels.length === 0);
  for (const row of [...labelled, ...others]) ids.set(row, unique(wanted(row), used));
  return formulas.map((rows) => rows.map((row) => ({ ...row, id: ids.get(row) ?? "" })));
}

function wanted({ labels: [label], number }: NumberedRow): string {
  const name = label ?? number.replace(/[$\\{}]/g, "");
  const id = (/^eq[:.-]/.test(name) ? name : `eq:${name}`).replace(/\s+/g, "_");
  return reserved.has(id) ? `eq:${id}` : id;
}

function unique(id: string, used: Set<string>): string {
  let candidate = id;
  for (let count = 2; used.has(candidate); count += 1) candidate = `${id}-${count}`;
  used.add(candidate);
  return candidate;
}
