import { stringify } from "yaml";
import type { ImportedHead, ImportedPost } from "../model/imported.ts";

/** Keys in the order in which they are written. */
const order = [
  "id",
  "title",
  "author",
  "date",
  "updated",
  "category",
  "tags",
  "series",
  "part",
  "summary",
  "draft",
  "readers",
  "readersAsOf",
  "aliases",
] as const satisfies readonly (keyof ImportedHead)[];

/** The file of a post: front matter and Markdown, ended by one newline. The same post always gives the same bytes. */
export function printPost({ head, body }: Pick<ImportedPost, "head" | "body">): string {
  const known = order.filter((key) => isGiven(head[key]));
  const fields = Object.fromEntries(known.map((key) => [key, key === "id" ? shortId(head.id) : head[key]]));
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n\n${body}\n`;
}

function isGiven(value: ImportedHead[keyof ImportedHead]): boolean {
  return value !== undefined && value !== "" && value !== false && !(Array.isArray(value) && value.length === 0);
}

/** A number that is written back as the same digits needs no quotes. */
function shortId(id: string): string | number {
  return /^[1-9]\d{0,14}$/.test(id) ? Number(id) : id;
}
