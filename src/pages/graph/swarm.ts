import { itemAt } from "../../text/known.ts";

/** A circle on a line that may move off it, but not along it. */
export interface Bead {
  readonly along: number;
  readonly radius: number;
}

/** Free room between two circles. */
const clearance = 1.5;
const step = 3;

/**
 * How far off a line each circle stands so that none touches another: as near as possible, on either side in turn. Takes
 * time in proportion to the circles, and to how many of them share a place on the line.
 *
 * @param beads ordered along the line
 */
export function swarm(beads: readonly Bead[]): readonly number[] {
  const across: number[] = [];
  const widest = beads.reduce((most, { radius }) => Math.max(most, radius), 0);
  let first = 0;
  for (const bead of beads) {
    while (bead.along - itemAt(beads, first).along >= 2 * widest + clearance) first += 1;
    const taken = beads.slice(first, across.length).flatMap((other, index) => {
      const reach = bead.radius + other.radius + clearance;
      const half = Math.sqrt(Math.max(0, reach ** 2 - (bead.along - other.along) ** 2));
      const middle = itemAt(across, first + index);
      return half > 0 ? [[middle - half, middle + half] as const] : [];
    });
    const above = stepsToRoom(taken);
    const below = stepsToRoom(taken.map(([from, to]) => [-to, -from] as const));
    across.push(above <= below ? above * step : -below * step);
  }
  return across;
}

/** The least number of steps from the line to a place that lies in none of these ranges; their ends are free. */
function stepsToRoom(ranges: readonly (readonly [from: number, to: number])[]): number {
  let steps = 0;
  for (const [from, to] of ranges.toSorted(([a], [b]) => a - b)) {
    if (steps * step <= from) break;
    if (steps * step < to) steps = Math.ceil(to / step);
  }
  return steps;
}
