import type { GraphLayout, GraphSpot } from "../../model/graph.ts";

/** A point along and across the years. */
export type Place = readonly [along: number, across: number];

/** How far an arc between two posts of one series hangs below its line, at most. */
const deepestInLane = 24;

/** How far an arc between two posts that stand alone hangs below them: the further, the deeper, the longest ones least so. */
export function hangOf(span: number, { depth, length }: Pick<GraphLayout, "depth" | "length">): number {
  return depth * Math.sqrt(Math.abs(span) / length);
}

/**
 * The three places behind the start of a Bézier curve from one post to another: below the line within a series and
 * among posts that stand alone, deeper the further they are apart; else straight across the rows, bent along the years.
 */
export function arcBetween(
  from: GraphSpot,
  to: GraphSpot,
  layout: Pick<GraphLayout, "depth" | "length">,
): readonly [Place, Place, Place] {
  const [dx, dy] = [to.along - from.along, to.across - from.across];
  const end: Place = [to.along, to.across];
  if (from.alone !== to.alone || (!from.alone && dy !== 0))
    return [[from.along + dx * 0.08, from.across + dy * 0.55], [to.along - dx * 0.08, to.across - dy * 0.55], end];
  const hang = from.alone ? hangOf(dx, layout) : Math.min(deepestInLane, 2 + 1.1 * Math.sqrt(Math.abs(dx)));
  // A curve reaches three quarters of the way to its control points.
  const below = Math.max(from.across, to.across) + hang / 0.75;
  return [[from.along + dx * 0.15, below], [to.along - dx * 0.15, below], end];
}
