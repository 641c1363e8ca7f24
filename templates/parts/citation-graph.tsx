import type { VNode } from "preact";
import type { GraphDrawing } from "../../src/model/graph.ts";
import type { Words } from "../strings.ts";

interface CitationGraphProps {
  readonly drawing: GraphDrawing;
  readonly words: Words;
  /** `across`: years from left to right, for wide screens; `down`: from top to bottom, for narrow ones. */
  readonly direction: "across" | "down";
}

/** Series are told apart by colour, too; neighbours have different ones. */
const hues = 6;

function hueOf(lane: number): string {
  return `hue-${(lane % hues) + 1}`;
}

/**
 * Posts as dots along the years, series as lines, and an arc from each post to every post that it names. Pointing at a
 * dot, or reaching it with the keyboard, turns its arcs red.
 */
export function CitationGraph({ drawing, words, direction }: CitationGraphProps): VNode {
  const { width, height, years, lanes, dots } = drawing;
  return (
    <svg class={`graph graph-${direction}`} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={words.graph}>
      <g class="years" aria-hidden="true">
        {years.map(({ text, x, y, line }) => (
          <g key={text}>
            <path d={line} />
            <text x={direction === "across" ? x + 5 : x} y={y + 14}>
              {text}
            </text>
          </g>
        ))}
      </g>
      <g class="lanes" aria-hidden="true">
        {lanes.map(({ line }, lane) => line !== "" && <path key={line} class={hueOf(lane)} d={line} />)}
      </g>
      {dots.map((dot) => (
        <a key={dot.href} href={dot.href}>
          <title>{words.graphDot(dot)}</title>
          {dot.arcs !== "" && <path class="arc" d={dot.arcs} />}
          <circle class={dot.lane === undefined ? "alone" : hueOf(dot.lane)} cx={dot.x} cy={dot.y} r={dot.r} />
        </a>
      ))}
      <g class="names">
        {lanes.map(({ text, href, x, y }, lane) => (
          <text key={href ?? ""} x={x} y={y} class={href === undefined ? undefined : hueOf(lane)}>
            {href === undefined ? text : <a href={href}>{text}</a>}
          </text>
        ))}
      </g>
    </svg>
  );
}
