import type { WorkCitation } from "../../model/bibliography.ts";
import type { Html } from "../../model/brand.ts";
import { workAnchor } from "../citation-holes.ts";
import { escapeHtml } from "../escape.ts";
import { fragmentOf } from "../fragment.ts";
import type { NumberedWork } from "./numbering.ts";

interface MarkOptions {
  readonly numbered: ReadonlyMap<string, NumberedWork>;
  /** Address of the page of the post; empty on it. */
  readonly url: string;
  /** Identifier of this citation, on the page of the post. */
  readonly id?: string;
}

/**
 * A citation in the text, `[1]`, `[1,3]`, `[1-3]`: numbers ascend and neighbours are drawn together, as GB/T 7714 has it.
 * With a place in a work, or a work that is unknown, its parts stand apart as their author ordered them:
 * `[2, 第 3 节; 1]`. `undefined` if no work is known.
 */
export function citationMark(citation: WorkCitation, { numbered, url, id }: MarkOptions): Html | undefined {
  const { works } = citation;
  const found = works.flatMap(({ key }) => numbered.get(key) ?? []);
  if (found.length === 0) return undefined;
  const linkTo = ({ work, number }: NumberedWork) =>
    `<a href="${escapeHtml(url + fragmentOf(workAnchor(work.key)))}">${number}</a>`;
  const isPlain = found.length === works.length && works.every(({ locator }) => locator === undefined);
  const text = isPlain
    ? runsOf(found)
        .map((run) => runText(run, linkTo))
        .join(",")
    : works
        .map(({ key, locator }) => {
          const one = numbered.get(key);
          const name = one ? linkTo(one) : escapeHtml(`@${key}`);
          return locator === undefined ? name : `${name}, ${escapeHtml(locator)}`;
        })
        .join("; ");
  return `<span class="cited"${id === undefined ? "" : ` id="${id}"`}>[${text}]</span>` as Html;
}

/** The works by number, each once, those with neighbouring numbers together. */
function runsOf(works: readonly NumberedWork[]): readonly (readonly NumberedWork[])[] {
  const runs: NumberedWork[][] = [];
  for (const work of [...new Set(works)].toSorted((a, b) => a.number - b.number)) {
    const last = runs.at(-1);
    if (last?.at(-1)?.number === work.number - 1) last.push(work);
    else runs.push([work]);
  }
  return runs;
}

function runText(run: readonly NumberedWork[], linkTo: (work: NumberedWork) => string): string {
  const [first, ...others] = run.map(linkTo);
  return [first, others.at(-1)].filter((one) => one !== undefined).join("-");
}
