import type { ArtranComment } from "../../model/imported.ts";
import type { Redaction } from "../../model/comments.ts";
import { printEntries } from "../../importers/comments/cut-entries.ts";
import type { WantedFile } from "./settle.ts";

/** The file of imported comments, sorted, so that the same comments give the same bytes. */
export function commentFile(source: string, comments: readonly ArtranComment[]): WantedFile {
  const sorted = comments.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  return { path: `content/data/comments/${source}.json`, bytes: new TextEncoder().encode(printEntries(sorted)) };
}

function sortKey({ page_key, created_at, id }: ArtranComment): string {
  return `${page_key}\0${created_at}\0${id.padStart(12, "0")}`;
}

/** Leaves out the comments that the site is to forget, so that no import brings them back. */
export function forgetComments(
  comments: readonly ArtranComment[],
  source: string,
  { ids, names }: Redaction,
): readonly ArtranComment[] {
  return comments.filter(
    ({ id, nick }) => !ids.includes(id) && !ids.includes(`${source}-${id}`) && !names.includes(nick),
  );
}
