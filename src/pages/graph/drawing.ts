import type { PostId, SeriesId } from "../../model/brand.ts";
import type { GraphDot, GraphDrawing, GraphLayout, GraphPost } from "../../model/graph.ts";
import { known } from "../../text/known.ts";
import { arcBetween, type Place } from "./arcs.ts";

/** The years lie from left to right, or, on narrow screens, from top to bottom. */
export type Direction = "across" | "down";

/** Room for the names of years, before the first row. */
export const axisRoom = { across: 30, down: 44 } as const;
/** From the line of a series to the foot of its name, or to the middle of it where it runs downwards. */
const labelGap = { across: 11, down: 17 } as const;

export interface Drawn {
  readonly posts: readonly GraphPost[];
  readonly layout: GraphLayout;
  /** Posts that a post names. */
  readonly named: (id: PostId) => readonly PostId[];
  readonly titleOf: (id: PostId) => Pick<GraphDot, "href" | "title">;
  readonly lane: (series: SeriesId) => { readonly text: string; readonly href: string };
  /** Name of the row of posts that stand alone. */
  readonly alone: string;
}

/** A layout as numbers and paths of SVG, with one decimal. */
export function drawGraph({ posts, layout, named, titleOf, lane, alone }: Drawn, direction: Direction): GraphDrawing {
  const room = axisRoom[direction];
  const place = ([along, across]: Place) =>
    direction === "across"
      ? { x: rounded(along), y: rounded(room + across) }
      : { x: rounded(room + across), y: rounded(along) };
  const pair = (at: Place) => {
    const { x, y } = place(at);
    return `${x} ${y}`;
  };
  const line = (from: Place, to: Place) => `M${pair(from)}L${pair(to)}`;
  const laneOf = new Map(layout.lanes.map(({ series }, index) => [series, index]));
  const dots = posts.toReversed().map(({ id, day, cited, series }): GraphDot => {
    const own = series === undefined ? undefined : laneOf.get(series);
    const spot = known(layout.spots, id);
    const start = `M${pair([spot.along, spot.across])}C`;
    const targets = named(id).flatMap((target) => layout.spots.get(target) ?? []);
    return {
      ...titleOf(id),
      day,
      cites: named(id).length,
      cited,
      ...place([spot.along, spot.across]),
      r: rounded(spot.radius),
      ...(own !== undefined && { lane: own }),
      arcs: targets.map((target) => start + arcBetween(spot, target, layout).map(pair).join(" ")).join(""),
    };
  });
  const { alone: band, length, breadth } = layout;
  const end = place([length, breadth]);
  return {
    width: Math.ceil(end.x),
    height: Math.ceil(end.y),
    years: layout.years.map(({ year, from }) => ({
      text: year,
      ...place([from, -room]),
      line: line([from, -room], [from, breadth]),
    })),
    lanes: [
      ...layout.lanes.map(({ series, from, to, label, across }) => ({
        ...lane(series),
        ...place([label, across - labelGap[direction]]),
        line: line([from, across], [to, across]),
      })),
      ...(band ? [{ text: alone, ...place([band.label, band.across - labelGap[direction]]), line: "" }] : []),
    ],
    dots,
  };
}

function rounded(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
