import type { BookChoice } from "../../model/book.ts";
import type { PostId } from "../../model/brand.ts";
import type { Site } from "../../model/site.ts";
import { useError } from "../../host/use-error.ts";
import { nearest } from "../../text/edit-distance.ts";

export interface ChoiceValues {
  readonly series?: string;
  readonly post?: string;
  readonly all?: boolean;
}

/**
 * Which books the options ask for.
 * @throws a use error unless exactly one of them is given, or for a name that there is not
 */
export function chooseBooks({ series, post, all }: ChoiceValues): (site: Site) => BookChoice {
  const given = [series !== undefined, post !== undefined, all === true].filter(Boolean);
  if (given.length !== 1) throw useError("name one of --series NAME, --post ID, --all");
  if (all === true) return () => ({ kind: "all" });
  return (site) => (series === undefined ? postChoice(site, String(post)) : seriesChoice(site, series));
}

function seriesChoice(site: Site, name: string): BookChoice {
  const found = site.series.find((one) => one.name === name || one.id === name);
  if (found) return { kind: "series", series: found.id };
  const names = site.series.map((one) => one.name);
  throw useError(`there is no series “${name}”`, hintOf(name, names) ?? `there are: ${names.join("、")}`);
}

function postChoice(site: Site, id: string): BookChoice {
  if (site.byId.has(id as PostId)) return { kind: "post", post: id as PostId };
  throw useError(`there is no post “${id}”`, hintOf(id, [...site.byId.keys()]));
}

function hintOf(name: string, names: readonly string[]): string | undefined {
  const known = nearest(name, names, 4);
  return known === undefined ? undefined : `did you mean ${known}?`;
}
