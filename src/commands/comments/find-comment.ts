import type { SourceFile } from "../../model/source.ts";
import { useError } from "../../host/use-error.ts";
import { entryIds } from "../../importers/comments/cut-entries.ts";
import { nearest } from "../../text/edit-distance.ts";

/** A comment that somebody has named. */
export interface FoundComment {
  /** By which it cannot be taken for another: `disqus-12`. */
  readonly name: string;
  /** File and id there; absent if it is to be forgotten already, and stands in no file any more. */
  readonly place?: { readonly path: string; readonly id: string };
}

interface Known {
  readonly files: readonly SourceFile[];
  /** Names of comments that are to be forgotten already. */
  readonly listed: readonly string[];
}

/**
 * The comment of an id, with or without the name of its file, also as an address has it: `…/archives/42/#comment-12`.
 * @throws a use error if there is none, or if comments of two files have the id
 */
export function findComment(typed: string, { files, listed }: Known): FoundComment {
  const wanted = typed.replace(/^.*#/, "").replace(/^comment-/, "");
  const all = files.flatMap(({ path, text }) => {
    const file = path.replace(/^.*\/|\.json$/g, "");
    const gone = listed.includes(`${file}-${wanted}`) ? [wanted] : [];
    return [...new Set([...entryIds(text), ...gone])].map((id) => ({ name: `${file}-${id}`, place: { path, id } }));
  });
  const [found, other] = all.filter(({ name, place }) => place.id === wanted || name === wanted);
  if (found && other)
    throw useError(`comments of two files are “${wanted}”`, `say which: ${found.name} or ${other.name}`);
  if (found) return found;
  if (listed.includes(wanted)) return { name: wanted };
  const near = nearest(
    wanted,
    all.flatMap(({ name, place }) => [place.id, name]),
    1,
  );
  throw useError(
    `there is no comment “${wanted}”`,
    near === undefined ? "its id stands behind #comment- in its address" : `did you mean ${near}?`,
  );
}
