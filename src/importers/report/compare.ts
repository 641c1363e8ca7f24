import type { Inventory } from "../../model/imported.ts";

/** One kind of thing, before and after. */
export interface Comparison {
  readonly before: number;
  readonly after: number;
  readonly same: number;
  /** What has no equal on the other side, in order; those at the same index take each other's place. */
  readonly changed: readonly { readonly before: string; readonly after: string }[];
  readonly lost: readonly string[];
  readonly added: readonly string[];
}

export type ComparedInventory = { readonly [Kind in keyof Inventory]: Comparison };

/**
 * Compares kind by kind. White space does not count in headings, and in formulas not at either end of their lines; all
 * other bytes do.
 */
export function compareInventories(before: Inventory, after: Inventory): ComparedInventory {
  const folded = (texts: readonly string[]) => texts.map((text) => text.replace(/\s+/gu, ""));
  return {
    formulas: compareLists(before.formulas.map(withoutEnds), after.formulas.map(withoutEnds)),
    headings: compareLists(folded(before.headings), folded(after.headings)),
    links: compareLists(before.links.map(readable), after.links.map(readable)),
    images: compareLists(before.images.map(readable), after.images.map(readable)),
  };
}

function withoutEnds(tex: string): string {
  return tex.replace(/[ \t]*\n[ \t]*/g, "\n").trim();
}

/** Compares two lists as multisets; what is left over is paired in order. */
export function compareLists(before: readonly string[], after: readonly string[]): Comparison {
  const [onlyBefore, onlyAfter] = [without(before, after), without(after, before)];
  const pairs = Math.min(onlyBefore.length, onlyAfter.length);
  return {
    before: before.length,
    after: after.length,
    same: before.length - onlyBefore.length,
    changed: onlyBefore.slice(0, pairs).map((one, index) => ({ before: one, after: onlyAfter[index] ?? "" })),
    lost: onlyBefore.slice(pairs),
    added: onlyAfter.slice(pairs),
  };
}

/** The elements that are left when each element of the other list has taken one equal to it. */
function without(list: readonly string[], others: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const one of others) counts.set(one, (counts.get(one) ?? 0) + 1);
  return list.filter((one) => {
    const count = counts.get(one) ?? 0;
    if (count > 0) counts.set(one, count - 1);
    return count === 0;
  });
}

/** One form of an address that may be written with percent signs or without. */
function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
