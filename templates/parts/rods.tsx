import type { VNode } from "preact";
import type { Rod } from "../../src/model/theme.ts";

/** More rods than this are no picture; the number beside them says it alone. */
const mostRods = 40;

const classOf = { part: undefined, current: "now", missing: "gap" } as const;

/** A series at a glance: one rod a part, in groups of five; the current one red, a missing one dotted. */
export function Rods({ rods }: { readonly rods: readonly Rod[] }): VNode | null {
  if (rods.length > mostRods) return null;
  return (
    <span class="rods" aria-hidden="true">
      {rods.map(({ state, label }, index) => (
        <i key={`${index} ${label}`} class={classOf[state]} />
      ))}
    </span>
  );
}
