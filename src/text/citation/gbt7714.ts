import type { Citable, GbtEdition } from "../../model/citation.ts";

/** Round brackets around the date, by edition: the one of 2025 wants full width. */
const brackets = { "2025": ["（", "）"], "2015": ["(", ")"] } as const;

/**
 * The citation by GB/T 7714 as an electronic resource: `张三. 旋转与复数[EB/OL]. （2020-07-04）[引用日期]. https://…`.
 * The day of access is the reader's, so its place is only named.
 */
export function gbt7714({ title, authors, day, url }: Citable, edition: GbtEdition): string {
  const [open, close] = brackets[edition];
  const names = authors.length === 0 ? "" : `${authors.join(", ")}. `;
  const date = day === undefined ? "" : `${open}${day}${close}`;
  return `${names}${title}[EB/OL]. ${date}[引用日期]. ${url}.`;
}
