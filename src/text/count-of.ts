import { groupDigits } from "./group-digits.ts";

/** A number of things in English: `1 post`, `1,204 posts`. */
export function countOf(n: number, thing: string): string {
  return `${groupDigits(n)} ${thing}${n === 1 ? "" : "s"}`;
}
