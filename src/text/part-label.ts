import type { PartNumber } from "../model/site.ts";

const halves = ["", "上", "中", "下"] as const;

/** How a part is called in lists: `17`, `25上`, `下`; its place in the series if it has no number. */
export function partLabel({ number, half }: PartNumber, position: number): string {
  if (number === undefined && half === undefined) return String(position);
  return `${number ?? ""}${halves[half ?? 0]}`;
}
