import type { PostId, SeriesId } from "../../model/brand.ts";
import type { GraphLayout, GraphPost, GraphSpot } from "../../model/graph.ts";
import { groupBy } from "../../text/group-by.ts";
import { itemAt } from "../../text/known.ts";
import { hangOf } from "./arcs.ts";
import { packLanes, radiusOf, spread, type LaneRun, type LaneSpot } from "./lanes.ts";
import { timeScale } from "./scale.ts";
import { swarm } from "./swarm.ts";

export interface LayoutSize {
  /** Pixels along the years. */
  readonly length: number;
  /** Pixels between two rows of series. */
  readonly rowGap: number;
  /** Pixels across the years that the drawing fills, with rows nearer or further apart; absent: as many as it needs. */
  readonly fill?: number;
  /** Pixels that a year has at least. */
  readonly yearRoom: number;
  /** How far an arc between posts that stand alone would hang below them if it were as long as the drawing. */
  readonly depth: number;
  /** Pixels that the name of a series needs along the years. */
  readonly labelLength: (series: SeriesId) => number;
}

/** Posts that a post names. */
type Named = (id: PostId) => readonly PostId[];

/** Room at both ends of the axis, for half of a dot. */
const margin = 12;

/**
 * Places posts along the years and series in rows across them; posts that stand alone, or are the only one of their
 * series, swarm about a line behind the last row. The same posts always give the same places.
 *
 * @param posts oldest first, at least one
 */
export function layoutGraph(posts: readonly GraphPost[], named: Named, size: LayoutSize): GraphLayout {
  const { length, yearRoom, depth } = size;
  const { years, at } = timeScale(posts, { start: margin, end: length - margin, yearRoom });
  const spotOf = (post: GraphPost): LaneSpot => ({ id: post.id, along: at(post.day), radius: radiusOf(post) });
  const bySeries = groupBy(posts, ({ series }) => series);
  const runs = [...bySeries].flatMap(([series, members]) =>
    series === undefined || members.length === 1 ? [] : [{ series, spots: spread(members.map(spotOf)) }],
  );
  const inRuns = new Set(runs.flatMap(({ spots }) => spots.map(({ id }) => id)));
  const alone = posts.filter(({ id }) => !inRuns.has(id)).map(spotOf);
  const offsets = swarm(alone);
  const hang = hangOf(longest(alone, named), size);
  const band = alone.length === 0 ? 0 : Math.max(...offsets) - Math.min(...offsets) + 2 * margin + hang;
  const lanes = packLanes(runs, size);
  const { rows, gap } = rowsOf(lanes, size, band);
  const middle = rows * gap + margin - Math.min(0, ...offsets);
  const [first] = alone;
  return {
    spots: new Map([...laneSpots(lanes, gap), ...aloneSpots(alone, offsets, middle)]),
    lanes: lanes.map(({ series, from, to, label, row }) => ({ series, from, to, label, across: acrossOf(row, gap) })),
    years,
    ...(first && { alone: { across: middle + Math.min(0, ...offsets), label: first.along - first.radius } }),
    length,
    breadth: Math.max(rows * gap + band, size.fill ?? 0),
    depth,
  };
}

/** Length of the longest arc between posts that stand alone. */
function longest(alone: readonly LaneSpot[], named: Named): number {
  const at = new Map(alone.map(({ id, along }) => [id, along]));
  const lengths = alone.flatMap(({ id, along }) =>
    named(id).map((target) => Math.abs(along - (at.get(target) ?? along))),
  );
  return lengths.reduce((most, length) => Math.max(most, length), 0);
}

/** How much wider than usual rows may be where there is room to fill. */
const widest = 2.5;

/** Number of rows, and the room that each gets: the usual one, or its part of what the drawing fills. */
function rowsOf(
  lanes: readonly LaneRun[],
  { rowGap, fill }: LayoutSize,
  band: number,
): { readonly rows: number; readonly gap: number } {
  const rows = Math.max(0, ...lanes.map(({ row }) => row + 1));
  if (fill === undefined) return { rows, gap: rowGap };
  const part = (fill - band) / Math.max(1, rows);
  return { rows, gap: Math.min(widest * rowGap, Math.max(rowGap / 4, part)) };
}

/** The line of a row; its name stands above it. */
function acrossOf(row: number, gap: number): number {
  return row * gap + gap / 2;
}

type Placed = readonly (readonly [LaneSpot["id"], GraphSpot])[];

function laneSpots(lanes: readonly LaneRun[], gap: number): Placed {
  return lanes.flatMap(({ spots, row }) =>
    spots.map(({ id, ...spot }) => [id, { ...spot, across: acrossOf(row, gap), alone: false }] as const),
  );
}

function aloneSpots(alone: readonly LaneSpot[], offsets: readonly number[], middle: number): Placed {
  return alone.map(({ id, ...spot }, index) => [id, { ...spot, across: middle + itemAt(offsets, index), alone: true }]);
}
