import type { VNode } from "preact";

/** A worth of one rod, 1, 2 or 5 times a power of ten, at which `largest` takes at most `most` rods. */
export function rodWorth(largest: number, most: number): number {
  const least = Math.max(1, largest / most);
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((step) => step * power).find((worth) => worth >= least) ?? 10 * power;
}

/** Pixels from one rod to the next; the stylesheet draws a rod of two pixels in it. */
export const rodPitch = 5;

/** A bar of rods; the last one is cut to the remainder, so that nothing is rounded up. */
export function RodBar({ count, worth }: { readonly count: number; readonly worth: number }): VNode {
  const whole = Math.floor(count / worth);
  const rest = (count % worth) / worth;
  return <i class="rod-bar" style={`width:${(whole * rodPitch + rest * 2).toFixed(1)}px`} />;
}
