import type { SourcePath } from "../../model/brand.ts";
import type { CommentHead, CommentThread, SourceComment, ThreadComment } from "../../model/comments.ts";
import { groupBy } from "../../text/group-by.ts";
import { known } from "../../text/known.ts";

/** Levels below the first that are drawn; deeper replies stand beside each other. */
const deepest = 3;

/** A comment of a post, in whatever file it was. */
export interface Placed {
  readonly comment: SourceComment;
  readonly file: SourcePath;
  /** Unique on the page. */
  readonly id: string;
  /** What it answers; absent for the first of a thread. */
  readonly parent?: SourceComment;
}

/** Oldest first. */
export function byTime(a: CommentHead, b: CommentHead): number {
  return Date.parse(a.date.instant) - Date.parse(b.date.instant);
}

/** The comments of a post in reading order: each with its replies below, pinned ones first, else the oldest. */
export function inOrder(all: readonly Placed[], author: string): CommentThread {
  const placedAs = new Map(all.map((one) => [one.comment, one]));
  const drawn = drawnBelow(all);
  const below = (above: SourceComment | undefined, depth: number): CommentThread =>
    (drawn.get(above) ?? []).toSorted(byPlace).flatMap((one) => {
      const answered = one.parent && one.parent !== above ? known(placedAs, one.parent) : undefined;
      return [toThread(one, { depth, author, answered }), ...below(one.comment, depth + 1)];
    });
  return below(undefined, 0);
}

function byPlace({ comment: a }: Placed, { comment: b }: Placed): number {
  return Number(b.isPinned) - Number(a.isPinned) || byTime(a, b);
}

/** What is drawn below each comment: its answers, and at the deepest level all that follows from them. */
function drawnBelow(all: readonly Placed[]): ReadonlyMap<SourceComment | undefined, readonly Placed[]> {
  const answers = groupBy(all, ({ parent }) => parent);
  const drawn = new Map<SourceComment | undefined, Placed[]>();
  const answersTo = (comment: SourceComment | undefined, above: SourceComment | undefined, depth: number) =>
    (answers.get(comment) ?? []).map((one) => ({ one, above, depth }));
  // Threads can be thousands of answers deep, so this must not be recursive.
  const queue = answersTo(undefined, undefined, 0);
  for (const { one, above, depth } of queue) {
    const list = drawn.get(above) ?? [];
    drawn.set(above, list);
    list.push(one);
    const next =
      depth === deepest ? answersTo(one.comment, above, depth) : answersTo(one.comment, one.comment, depth + 1);
    for (const reply of next) queue.push(reply);
  }
  return drawn;
}

interface Place {
  readonly depth: number;
  /** Of the post. */
  readonly author: string;
  /** What the comment answers, if it is not drawn below that. */
  readonly answered: Placed | undefined;
}

function toThread({ comment, file, id }: Placed, { depth, author, answered }: Place): ThreadComment {
  const { name, link, date, isPinned, isCollapsed, content, hasBadge } = comment;
  return {
    id,
    name,
    ...(link !== undefined && { link }),
    date,
    isPinned,
    isCollapsed,
    isAuthor: hasBadge || (name !== "" && author.split("、").includes(name)),
    depth,
    ...(answered && { answers: { id: answered.id, name: answered.comment.name } }),
    file,
    content,
  };
}
