/** A whole number with a comma before each three digits from the right: `51,976`. */
export function groupDigits(n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
