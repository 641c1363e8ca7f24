import type { Citable } from "../../model/citation.ts";

const types = { post: "post-weblog", series: "webpage" } as const;

/** The citation as CSL-JSON: an array of one item, in the order of keys in which people read it. */
export function cslJson({ kind, key, title, authors, day, site, url, language }: Citable): string {
  const item = {
    type: types[kind],
    id: key,
    title,
    ...(authors.length > 0 && { author: authors.map((literal) => ({ literal })) }),
    "container-title": site,
    ...(day !== undefined && { issued: { "date-parts": [day.split("-").map(Number)] } }),
    URL: url,
    language,
  };
  return `${JSON.stringify([item], undefined, 2)}\n`;
}
