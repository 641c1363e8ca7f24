import type { PostId, SeriesId } from "../../model/brand.ts";
import type { GraphPost } from "../../model/graph.ts";

/** A post on the line of its series. */
export interface LaneSpot {
  readonly id: PostId;
  readonly along: number;
  readonly radius: number;
}

export interface LaneRun {
  readonly series: SeriesId;
  readonly spots: readonly LaneSpot[];
  readonly from: number;
  readonly to: number;
  readonly label: number;
  /** Which of the rows, from 0. */
  readonly row: number;
}

/** Room between two series in one row. */
const between = 28;

/** Size of a post: its area grows with the number of posts that name it, up to a bound. */
export function radiusOf({ cited }: Pick<GraphPost, "cited">): number {
  return Math.min(10, 2.6 + 1.35 * Math.sqrt(cited));
}

/** Moves posts of one series that would lie on each other apart, later ones further on. */
export function spread(spots: readonly LaneSpot[]): readonly LaneSpot[] {
  const apart: LaneSpot[] = [];
  for (const spot of spots) {
    const last = apart.at(-1);
    const least = last ? last.along + last.radius + spot.radius + 1 : spot.along;
    apart.push({ ...spot, along: Math.max(spot.along, least) });
  }
  return apart;
}

/**
 * Puts series into rows, those that begin first into the first rows; two series share a row if the one has ended, with
 * its name, before the other begins.
 *
 * @param labelLength pixels that the name of a series needs
 */
export function packLanes(
  runs: readonly { readonly series: SeriesId; readonly spots: readonly LaneSpot[] }[],
  { length, labelLength }: { readonly length: number; readonly labelLength: (series: SeriesId) => number },
): readonly LaneRun[] {
  const ends: number[] = [];
  return runs
    .map(({ series, spots }) => {
      const edges = spots.flatMap(({ along, radius }) => [along - radius, along + radius]);
      const [from, to] = [Math.min(...edges), Math.max(...edges)];
      return { series, spots, from, to, label: Math.max(0, Math.min(from, length - labelLength(series))) };
    })
    .toSorted((a, b) => a.label - b.label)
    .map((run) => {
      const free = ends.findIndex((end) => end + between < run.label);
      const row = free < 0 ? ends.length : free;
      ends[row] = Math.max(run.to, run.label + labelLength(run.series));
      return { ...run, row };
    });
}
