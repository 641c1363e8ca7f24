import type { SetComment } from "../model/comments.ts";
import type { SitePost } from "../model/post.ts";
import type { CommentRef } from "../model/site.ts";
import type { CommentItem, LatestComment } from "../model/theme.ts";
import { itemAt } from "../text/known.ts";
import { fillPart, type Filled, type Place } from "./fill.ts";
import type { PageInput } from "./page.ts";
import { postRef, summaryOf } from "./parts.ts";

/** Comments of a post in reading order as a tree, for the page of the post. */
export function commentItems(
  comments: readonly SetComment[],
  post: SitePost,
  input: PageInput,
): readonly CommentItem[] {
  const roots: CommentItem[] = [];
  const lists = [roots];
  for (const comment of comments) {
    const replies: CommentItem[] = [];
    itemAt(lists, comment.depth).push({ ...item(comment, post, input), replies });
    lists.splice(comment.depth + 1, lists.length, replies);
  }
  return roots;
}

function item(comment: SetComment, post: SitePost, input: PageInput): Omit<CommentItem, "replies"> {
  const { id, name, link, date, answers, isAuthor, isPinned, isCollapsed } = comment;
  return {
    id,
    name,
    ...(link !== undefined && { href: link }),
    isAuthor,
    isPinned,
    isCollapsed,
    datetime: date.instant,
    time: [date.day, date.time?.slice(0, 5)].join(" ").trim(),
    ...(answers && { answers: { href: `#comment-${answers.id}`, text: answers.name } }),
    // On the page of the post, but identifiers belong to the formulas of the post.
    body: fill(comment.body, comment, { post, place: { own: false, url: "" } }, input),
  };
}

/** Comments for a list, with their first words. */
export async function latest(refs: readonly CommentRef[], input: PageInput): Promise<readonly LatestComment[]> {
  const { site } = input;
  const rows = refs.map(async ({ post: id, id: own }): Promise<readonly LatestComment[]> => {
    const post = summaryOf(site, id);
    const comment = (await input.comments(id)).find((one) => one.id === own);
    // Lost with its worker, which is reported.
    if (!comment) return [];
    const ref = postRef(site, post);
    return [
      {
        href: `${ref.href}#comment-${own}`,
        name: comment.name,
        isAuthor: comment.isAuthor,
        day: comment.date.day,
        datetime: comment.date.instant,
        excerpt: fill(comment.excerpt, comment, { post, place: { own: false, url: ref.href } }, input),
        post: ref,
      },
    ];
  });
  return (await Promise.all(rows)).flat();
}

function fill(
  template: SetComment["body"],
  { formulas, references, links }: SetComment,
  { post, place }: { readonly post: SitePost; readonly place: Place },
  input: PageInput,
) {
  const filled: Filled = { path: post.path, meta: post.meta, formulas, references, links, titles: [], citations: [] };
  return fillPart(template, filled, place, input);
}
