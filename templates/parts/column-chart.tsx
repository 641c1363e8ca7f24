import type { VNode } from "preact";
import { groupDigits } from "../../src/text/group-digits.ts";
import { rodWorth } from "./rod-length.ts";

const width = 646;
const height = 198;
const foot = 30;
const head = 18;
/** Lying rods in the tallest column. */
const mostRods = 30;
const pitch = (height - foot - head) / mostRods;
/** Room that a number above a column and a name below it need where letters are largest, on phones. */
const numberRoom = 90;
const letterRoom = 14;

export interface Column {
  readonly name: string;
  /** Absent: unknown, which leaves a gap. */
  readonly readers?: number;
}

interface ColumnChartProps {
  /** From left to right. */
  readonly columns: readonly Column[];
  /** What the chart says, in words. */
  readonly title: string;
}

/**
 * Counts as columns of lying rods of a stated worth; the axis starts at zero, the last column is red. The numbers stand
 * above the columns where there is room for all of them; else they are left to the table beside the chart, and only
 * every second, third … column has its name.
 */
export function ColumnChart({ columns, title }: ColumnChartProps): VNode {
  const worth = columnWorth(columns);
  const step = width / Math.max(1, columns.length);
  const rod = Math.min(44, step * 0.62);
  const every = Math.ceil((Math.max(0, ...columns.map(({ name }) => name.length)) * letterRoom) / step);
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      <title>{title}</title>
      {columns.map(({ name, readers }, index) => {
        const middle = ((index + 0.5) * step).toFixed(1);
        const top = height - foot - ((readers ?? 0) / worth) * pitch;
        const isLast = index === columns.length - 1;
        return (
          <g key={name}>
            {readers !== undefined && (
              <path
                class={isLast ? "rod now" : "rod"}
                stroke-width={(pitch * 0.55).toFixed(2)}
                d={rods(readers / worth, (index + 0.5) * step, rod)}
              />
            )}
            {step >= numberRoom && (
              <text class="v" x={middle} y={(top - 8).toFixed(1)} text-anchor="middle">
                {readers === undefined ? "—" : groupDigits(readers)}
              </text>
            )}
            {(columns.length - 1 - index) % every === 0 && (
              <text x={middle} y={height - 7} text-anchor={isLast && every > 1 ? "end" : "middle"}>
                {name}
              </text>
            )}
          </g>
        );
      })}
      <path class="base" d={`M0 ${height - foot}H${width}`} />
    </svg>
  );
}

/** What one lying rod of a chart stands for. */
export function columnWorth(columns: readonly Column[]): number {
  return rodWorth(Math.max(1, ...columns.map(({ readers = 0 }) => readers)), mostRods);
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
