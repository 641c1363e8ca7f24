import type { CommentFile, SourceComment } from "../../model/comments.ts";
import type { Diagnostic, Outcome } from "../../model/diagnostic.ts";
import { diagnostic } from "../../diagnostics/report.ts";

/** Comment → the shown one of the same post that it answers; comments that begin a thread are not among the keys. */
export type Parents = ReadonlyMap<SourceComment, SourceComment>;

/**
 * Finds what the comments of one file below one post answer. What answers a comment that is not shown answers the
 * nearest older one that is. Circles are cut at their oldest comment.
 *
 * @param comments oldest first
 * Reports comments/unknown-parent, comments/cycle.
 */
export function findParents(comments: readonly SourceComment[], { path, hidden }: CommentFile): Outcome<Parents> {
  const shown = new Map(comments.map((one) => [one.id, one]));
  const parents = new Map<SourceComment, SourceComment>();
  const diagnostics: Diagnostic[] = [];
  for (const comment of comments) {
    const id = pastHidden(comment.parent, shown, hidden);
    const parent = id === undefined ? undefined : shown.get(id);
    if (parent) parents.set(comment, parent);
    else if (id !== undefined) {
      const message = `comment “${comment.id}” answers “${id}”, which does not stand below the same post`;
      diagnostics.push(diagnostic("comments/unknown-parent", path, message, { span: comment.places.parent }));
    }
  }
  for (const circle of circles(comments, parents)) {
    const ids = circle.map(({ id }) => `“${id}”`).join(", ");
    const oldest = circle.reduce((a, b) => (b.date.instant < a.date.instant ? b : a));
    parents.delete(oldest);
    const message = `comments answer each other in a circle: ${ids}; “${oldest.id}” begins the thread`;
    diagnostics.push(diagnostic("comments/cycle", path, message, { span: oldest.places.parent }));
  }
  return { value: parents, diagnostics };
}

/** The first comment on the way up that is shown, or that nobody knows. Hidden comments may answer each other too. */
function pastHidden(
  parent: string | undefined,
  shown: ReadonlyMap<string, SourceComment>,
  hidden: CommentFile["hidden"],
): string | undefined {
  const seen = new Set<string>();
  let id = parent;
  while (id !== undefined && !shown.has(id) && hidden.has(id)) {
    if (seen.has(id)) return undefined;
    seen.add(id);
    id = hidden.get(id);
  }
  return id;
}

/** Comments that answer each other in a circle, each circle once. */
function circles(comments: readonly SourceComment[], parents: Parents): readonly (readonly SourceComment[])[] {
  const done = new Set<SourceComment>();
  return comments.flatMap((start) => {
    const way: SourceComment[] = [];
    const place = new Map<SourceComment, number>();
    let one: SourceComment | undefined = start;
    while (one && !done.has(one) && !place.has(one)) {
      place.set(one, way.length);
      way.push(one);
      one = parents.get(one);
    }
    for (const passed of way) done.add(passed);
    const first = one && place.get(one);
    return first === undefined ? [] : [way.slice(first)];
  });
}
