import type { VNode } from "preact";
import type { ReaderGroupRow } from "../../src/model/theme.ts";
import { groupDigits } from "../../src/text/group-digits.ts";
import { rodWorth } from "./rod-length.ts";

const width = 646;
const height = 190;
const foot = 22;
const head = 18;
/** Lying rods in the tallest column. */
const mostRods = 30;
const pitch = (height - foot - head) / mostRods;

/** Readers by year as columns of lying rods of a stated worth; the axis starts at zero. Years run from left to right. */
export function YearChart({
  years,
  title,
}: {
  readonly years: readonly ReaderGroupRow[];
  readonly title: string;
}): VNode {
  const columns = years.toReversed();
  const worth = yearWorth(years);
  const step = width / Math.max(1, columns.length);
  const rod = Math.min(44, step * 0.62);
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      <title>{title}</title>
      {columns.map(({ name, readers = 0 }, index) => {
        const middle = (index + 0.5) * step;
        const top = height - foot - (readers / worth) * pitch;
        return (
          <g key={name}>
            <path
              class={index === columns.length - 1 ? "rod now" : "rod"}
              stroke-width={pitch * 0.55}
              d={rods(readers / worth, middle, rod)}
            />
            <text class="v" x={middle} y={top - 6} text-anchor="middle">
              {groupDigits(readers)}
            </text>
            <text x={middle} y={height - 5} text-anchor="middle">
              {name}
            </text>
          </g>
        );
      })}
      <path class="base" d={`M0 ${height - foot}H${width}`} />
    </svg>
  );
}

/** What one lying rod of the chart stands for. */
export function yearWorth(years: readonly ReaderGroupRow[]): number {
  return rodWorth(Math.max(1, ...years.map(({ readers = 0 }) => readers)), mostRods);
}

/** Lines from the base upwards; the last one is as long as the remainder. */
function rods(count: number, middle: number, length: number): string {
  const whole = Math.floor(count);
  const left = middle - length / 2;
  const y = (index: number) => (height - foot - (index + 0.5) * pitch).toFixed(2);
  const full = Array.from({ length: whole }, (_, index) => `M${left.toFixed(1)} ${y(index)}h${length.toFixed(1)}`);
  const rest = count - whole;
  return [...full, ...(rest > 0 ? [`M${left.toFixed(1)} ${y(whole)}h${(rest * length).toFixed(1)}`] : [])].join("");
}
