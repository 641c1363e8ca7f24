import type { FormulaRow } from "../../model/post.ts";
import { nearest } from "../../text/edit-distance.ts";

/** What a label names. */
export type RowName = Pick<FormulaRow, "id" | "number">;

/** What a reference names. */
export interface Resolved {
  readonly label: string;
  /** A row of the same post. */
  readonly row?: RowName;
  /** Identity of another post. */
  readonly post?: string;
  /** The nearest label of the post if there is no such label. */
  readonly suggestion?: string;
}

/**
 * Looks a reference up in the labels of its post. `9812#eq:a` names a label of another post; that is for the site
 * to look up. A bare label is never looked up elsewhere, because the same label recurs in many posts.
 */
export function resolveReference(written: string, rows: ReadonlyMap<string, RowName>): Resolved {
  const label = written.trim();
  const row = rows.get(label);
  if (row) return { label, row };
  const sign = label.indexOf("#");
  if (sign > 0) return { label: label.slice(sign + 1).trim(), post: label.slice(0, sign).trim() };
  // Short labels are all near to each other.
  const suggestion = nearest(label, [...rows.keys()], Math.min(3, Math.floor(label.length / 2)));
  return { label, ...(suggestion !== undefined && { suggestion }) };
}
