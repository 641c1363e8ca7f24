import type { VNode } from "preact";

/** 3, 1, 4 in counting rods: units upright, tens lying, hundreds upright. */
export function Wordmark(): VNode {
  return (
    <svg viewBox="0 0 66 22" aria-hidden="true">
      <g fill="none" stroke-width="3">
        <path stroke="currentColor" d="M2 1V21M9 1V21M16 1V21" />
        <path stroke="var(--red)" d="M23 11H39" />
        <path stroke="currentColor" d="M46 1V21M52.3 1V21M58.6 1V21M64.5 1V21" />
      </g>
    </svg>
  );
}

/** The same three digits in one ink, small: where a text ends. */
export function EndMark(): VNode {
  return (
    <p class="endmark" aria-hidden="true">
      <svg viewBox="0 0 66 22">
        <path
          fill="none"
          stroke="currentColor"
          stroke-width="2.4"
          d="M2 3V19M9 3V19M16 3V19M23 11H39M46 3V19M52.3 3V19M58.6 3V19M64.5 3V19"
        />
      </svg>
    </p>
  );
}
