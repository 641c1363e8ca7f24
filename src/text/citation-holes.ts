import type { Html, Template } from "../model/brand.ts";

/** A hole with the citation as its author wrote it, which is text only. */
const hole = /<x-cite n="(\d+)">([^<]*)<\/x-cite>/g;

/**
 * Fills the holes of citations; the other holes stay.
 *
 * @param citation markup for a citation; `undefined` leaves what the author wrote
 */
export function fillCitations(template: Template, citation: (index: number) => Html | undefined): Template {
  return template.replace(
    hole,
    (_hole, index: string, written: string) => citation(Number(index)) ?? written,
  ) as Template;
}

/** A template without its citations, for texts that have no list of references. */
export function withoutCitations(template: Template): Template {
  return template.replace(hole, "") as Template;
}

/** The place of a work in the list of references of a post. */
export function workAnchor(key: string): string {
  return `ref:${key}`;
}
