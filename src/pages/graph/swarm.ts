/** A circle on a line that may move off it, but not along it. */
export interface Bead {
  readonly along: number;
  readonly radius: number;
}

/** Free room between two circles. */
const clearance = 1.5;
const step = 3;

/**
 * How far off a line each circle stands so that none touches another: as near as possible, on either side in turn.
 *
 * @param beads ordered along the line
 */
export function swarm(beads: readonly Bead[]): readonly number[] {
  const placed: (Bead & { readonly across: number })[] = [];
  const reach = 2 * Math.max(0, ...beads.map(({ radius }) => radius)) + clearance;
  for (const bead of beads) {
    const near = placed.filter(({ along }) => bead.along - along < reach);
    let turn = 0;
    const across = () => (turn % 2 === 0 ? -1 : 1) * Math.ceil(turn / 2) * step;
    while (near.some((other) => touches({ ...bead, across: across() }, other))) turn += 1;
    placed.push({ ...bead, across: across() + 0 });
  }
  return placed.map(({ across }) => across);
}

type Placed = Bead & { readonly across: number };

function touches(a: Placed, b: Placed): boolean {
  return Math.hypot(a.along - b.along, a.across - b.across) < a.radius + b.radius + clearance;
}
