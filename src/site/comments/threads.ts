import type { PostId } from "../../model/brand.ts";
import type { CommentFile, CommentThread } from "../../model/comments.ts";
import type { CommentRef } from "../../model/site.ts";
import type { Diagnostic, Outcome } from "../../model/diagnostic.ts";
import { groupBy } from "../../text/group-by.ts";
import { known } from "../../text/known.ts";
import { findPages, type Pages } from "./pages.ts";
import { findParents } from "./parents.ts";
import { byTime, inOrder, type Placed } from "./reading-order.ts";

/**
 * Joins the comments of all files to threads of posts: by what they answer, pinned ones first, then by time. A comment
 * keeps its id; if another file has it below the same post already, it gets the name of its file as a prefix.
 *
 * @param files in order of their names
 * Reports comments/unknown-page, comments/unknown-parent, comments/cycle.
 */
export function joinThreads(files: readonly CommentFile[], pages: Pages): Outcome<ReadonlyMap<PostId, CommentThread>> {
  const diagnostics: Diagnostic[] = [];
  const byPost = new Map<PostId, Placed[]>();
  for (const file of files) {
    const found = findPages(file, pages);
    diagnostics.push(...found.diagnostics);
    const ofPages = groupBy([...found.value.keys()].toSorted(byTime), (comment) => known(found.value, comment));
    for (const [post, comments] of ofPages) {
      const parents = findParents(comments, file);
      diagnostics.push(...parents.diagnostics);
      const others = byPost.get(post) ?? [];
      const taken = new Set(others.map(({ id }) => id));
      const placed = comments.map((comment): Placed => {
        const parent = parents.value.get(comment);
        let { id } = comment;
        while (taken.has(id)) id = `${file.name}-${id}`;
        taken.add(id);
        return { comment, file: file.path, id, ...(parent && { parent }) };
      });
      byPost.set(post, [...others, ...placed]);
    }
  }
  const value = new Map([...byPost].map(([post, all]) => [post, inOrder(all, known(pages.byId, post).meta.author)]));
  return { value, diagnostics };
}

/** The comments of all threads, newest first; what is folded on its page is in no list. */
export function latestComments(threads: ReadonlyMap<PostId, CommentThread>): readonly CommentRef[] {
  return [...threads]
    .flatMap(([post, thread]) => thread.filter(({ isCollapsed }) => !isCollapsed).map((comment) => ({ post, comment })))
    .toSorted((a, b) => byTime(b.comment, a.comment))
    .map(({ post, comment: { id, date } }) => ({ post, id, day: date.day }));
}
