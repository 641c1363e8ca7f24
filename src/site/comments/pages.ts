import type { PostId, SourcePath } from "../../model/brand.ts";
import type { CommentFile, SourceComment } from "../../model/comments.ts";
import type { Outcome } from "../../model/diagnostic.ts";
import type { Site } from "../../model/site.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { nearest } from "../../text/edit-distance.ts";
import { normaliseAddress, resolveLink } from "../internal-links.ts";

/** What page keys are looked up in. */
export type Pages = Pick<Site, "config" | "addresses" | "oldAddresses" | "byPath" | "files" | "byId">;

/**
 * Finds the post of each comment by its page key: an address of the post, present or old, on any host, with or without
 * its first `/`, or the id of the post. An address without a post is reported once a file, with the number of comments
 * that it costs.
 *
 * Reports comments/unknown-page.
 */
export function findPages({ path, comments }: CommentFile, pages: Pages): Outcome<ReadonlyMap<SourceComment, PostId>> {
  const value = new Map<SourceComment, PostId>();
  const lost = new Map<string, { readonly first: SourceComment; count: number }>();
  for (const comment of comments) {
    const post = postAt(comment.page, pages);
    if (post !== undefined) value.set(comment, post);
    else {
      const one = lost.get(comment.page) ?? { first: comment, count: 0 };
      one.count += 1;
      lost.set(comment.page, one);
    }
  }
  const diagnostics = [...lost].map(([page, { first, count }]) => {
    const left = count === 1 ? "its comment is" : `its ${count} comments are`;
    const near = nearest(normaliseAddress(pathOf(page)), [...pages.addresses.keys()], 2);
    return diagnostic("comments/unknown-page", path, `there is no post at “${page}”; ${left} left out`, {
      span: first.places.page,
      hint: near === undefined ? "give the post this address as an alias" : `did you mean “${near}/”?`,
    });
  });
  return { value, diagnostics };
}

/** What an address is looked up in. */
export type PostLookup = Omit<Pages, "byId"> & { readonly byId: Pick<Pages["byId"], "has"> };

/** The post of an address as archives of comments and counts write it, or of its id. */
export function postAt(page: string, pages: PostLookup): PostId | undefined {
  const path = pathOf(page);
  const target = resolveLink(path, "" as SourcePath, pages);
  if (target.kind === "post") return target.post;
  const query = /\?[^#]*/.exec(path)?.[0];
  const old = pages.oldAddresses.find((one) => query !== undefined && one.query === query);
  const id = page as PostId;
  return old?.post ?? (pages.byId.has(id) ? id : undefined);
}

/** A page key as a path of the site. */
function pathOf(page: string): string {
  const path = page.replace(/^(?:https?:)?\/\/[^/?#]+/i, "");
  return path.startsWith("/") ? path : `/${path}`;
}
