import type { NumberedRow } from "./number-rows.ts";

/**
 * Gives each numbered row of a post its identifier on the page: `eq:` and the label, or the label itself if it begins
 * so already; `eq:` and the number without a label. Labels come before numbers, then document order; what is taken
 * gets `-2`, `-3` ….
 *
 * @param rows in document order
 * @param taken identifiers of the page that are not ours
 */
export function giveIdentifiers(
  rows: readonly NumberedRow[],
  taken: readonly string[],
): ReadonlyMap<NumberedRow, string> {
  const used = new Set(taken);
  const labelled = rows.filter(({ labels }) => labels.length > 0);
  const others = rows.filter(({ labels }) => labels.length === 0);
  return new Map([...labelled, ...others].map((row) => [row, unique(wanted(row), used)]));
}

function wanted({ labels: [label], number }: NumberedRow): string {
  const name = label ?? number.replace(/[$\\{}]/g, "");
  return (/^eq[:.-]/.test(name) ? name : `eq:${name}`).replace(/\s+/g, "_");
}

function unique(id: string, used: Set<string>): string {
  let candidate = id;
  for (let count = 2; used.has(candidate); count += 1) candidate = `${id}-${count}`;
  used.add(candidate);
  return candidate;
}
