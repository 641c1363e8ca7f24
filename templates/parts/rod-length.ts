/** A worth of one rod, 1, 2 or 5 times a power of ten, at which `largest` takes at most `most` rods. */
export function rodWorth(largest: number, most: number): number {
  const least = Math.max(1, largest / most);
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((step) => step * power).find((worth) => worth >= least) ?? 10 * power;
}

/** Pixels from one rod to the next; the stylesheet draws a rod of two pixels in it. */
const pitch = 5;

/**
 * Length of a bar of rods as a variable for the stylesheet, which draws it beside the number or, on a phone, along
 * the foot of the row. The last rod is cut to the remainder, so that nothing is rounded up.
 */
export function rodStyle(count: number, worth: number): string {
  const whole = Math.floor(count / worth);
  const rest = (count % worth) / worth;
  return `--rods:${(whole * pitch + rest * 2).toFixed(1)}px`;
}

/** Rods of the longest bar of a table. */
const mostRods = 21;

/** What one rod stands for in the bars of a table. */
export function barWorth(rows: readonly { readonly readers?: number }[]): number {
  return rodWorth(Math.max(1, ...rows.map(({ readers = 0 }) => readers)), mostRods);
}
