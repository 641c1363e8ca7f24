import type { Citable } from "../../model/citation.ts";
import { formatCitationDate } from "../dates.ts";

const kinds = { post: "Blog post", series: "Blog series" } as const;

/**
 * The citation as one line of text, in the form that readers of kexue.fm paste into their papers:
 * `张三. (Jul. 04, 2020). 《旋转与复数》[Blog post]. Retrieved from https://example.org/archives/42/`
 */
export function citationLine({ kind, title, authors, day, url }: Citable): string {
  const date = day === undefined ? "" : ` (${formatCitationDate(day)}).`;
  const names = authors.length === 0 ? "" : `${authors.join(", ")}.`;
  return `${names}${date} 《${title}》[${kinds[kind]}]. Retrieved from ${url}`.trimStart();
}
