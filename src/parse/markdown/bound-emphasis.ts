import type { Construct, Event, Extension, Resolver } from "micromark-util-types";
import { type Data, type Processor } from "unified";

/** Runs of `*` and `_` in one paragraph from which on they are text. */
const mostRuns = 4000;

const asterisk = 42;
const underscore = 95;

/**
 * A plugin behind those that read emphasis: in a paragraph with thousands of marks all of them are text, for each
 * mark is compared with every one before it.
 */
export function boundEmphasis(this: Processor): void {
  const { micromarkExtensions } = this.data() as Required<Data>;
  const bound = new Map<Construct, Construct>();
  for (const { text } of micromarkExtensions as readonly Extension[])
    for (const code of [asterisk, underscore]) {
      const construct = text?.[code] as Attention | undefined;
      if (text && construct) text[code] = boundOnce(construct, bound);
    }
}

interface Attention extends Construct {
  readonly resolveAll: Resolver;
}

/** Both marks share one construct, and must go on doing so. */
function boundOnce(construct: Attention, known: Map<Construct, Construct>): Construct {
  const { resolveAll } = construct;
  const made = known.get(construct) ?? {
    ...construct,
    resolveAll: (events, context) => (countRuns(events) > mostRuns ? asText(events) : resolveAll(events, context)),
  };
  known.set(construct, made);
  return made;
}

function countRuns(events: readonly Event[]): number {
  return events.filter(([phase, { type }]) => phase === "enter" && type === "attentionSequence").length;
}

function asText(events: Event[]): Event[] {
  for (const [, token] of events) if (token.type === "attentionSequence") token.type = "data";
  return events;
}
