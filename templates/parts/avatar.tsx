import type { VNode } from "preact";

/** Distance of two rods. */
const step = 4.4;
const [first, last] = [9, 31];

/** A digit in counting rods, drawn from a name: the same name has the same one everywhere, and nothing is asked for. */
export function Avatar({ name, isAuthor }: { readonly name: string; readonly isAuthor: boolean }): VNode {
  const sum = Array.from(name).reduce((all, character) => all + Number(character.codePointAt(0)), 0);
  const digit = (sum % 9) + 1;
  const lines = sum % 2 === 0 ? upright(digit) : lying(digit);
  return (
    <svg class={isAuthor ? "avatar author" : "avatar"} viewBox="0 0 40 40" aria-hidden="true">
      <path fill="none" stroke="currentColor" stroke-width="2.2" d={lines.join("")} />
    </svg>
  );
}

/** Units: standing rods, from six on below a lying one that is worth five. */
function upright(digit: number): readonly string[] {
  const count = digit > 5 ? digit - 5 : digit;
  const top = digit > 5 ? 14.7 : first;
  const left = 20 - (step * (count - 1)) / 2;
  const rods = Array.from({ length: count }, (_, index) => `M${round(left + step * index)} ${top}V${last}`);
  return digit > 5 ? [`M${first} 10.3H${last}`, ...rods] : rods;
}

/** Tens: the same lying. */
function lying(digit: number): readonly string[] {
  const count = digit > 5 ? digit - 5 : digit;
  const top = digit > 5 ? last - step * (count - 1) : 20 - (step * (count - 1)) / 2;
  const rods = Array.from({ length: count }, (_, index) => `M${first} ${round(top + step * index)}H${last}`);
  return digit > 5 ? [`M20 ${first}V${round(top - 2.6)}`, ...rods] : rods;
}

function round(value: number): number {
  return Math.round(10 * value) / 10;
}
