import { groupDigits } from "../../src/text/group-digits.ts";

/** A rate with one decimal below a hundred, never rounded up: `30.3`, `1,204`, `<0.1`; `—` if it is not known. */
export function perDayText(perDay: number | undefined): string {
  if (perDay === undefined) return "—";
  if (perDay >= 100 || perDay === 0) return groupDigits(Math.floor(perDay));
  return perDay < 0.1 ? "<0.1" : (Math.floor(perDay * 10) / 10).toFixed(1);
}
