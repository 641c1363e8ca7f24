import type { ArtranComment } from "../../model/imported.ts";

export interface PlacedComments {
  /** With the path of their post as page key. */
  readonly comments: readonly ArtranComment[];
  /** Addresses that no post has or had → how many comments they have. */
  readonly lost: ReadonlyMap<string, number>;
}

/** Gives every comment the path of its post, whatever address of it the source names. */
export function placeComments(
  comments: readonly ArtranComment[],
  find: (address: string) => string | undefined,
): PlacedComments {
  const placed: ArtranComment[] = [];
  const lost = new Map<string, number>();
  for (const comment of comments) {
    const path = find(comment.page_key);
    if (path === undefined) lost.set(comment.page_key, (lost.get(comment.page_key) ?? 0) + 1);
    else placed.push({ ...comment, page_key: path });
  }
  return { comments: placed, lost };
}

/** Comments of an earlier import and of this one: of two of one id the new one holds, and what is hidden now goes. */
export function mergeComments(
  present: readonly ArtranComment[],
  imported: readonly ArtranComment[],
  hidden: readonly string[],
): readonly ArtranComment[] {
  const byId = new Map([...present, ...imported].map((comment) => [comment.id, comment]));
  for (const id of hidden) byId.delete(id);
  return [...byId.values()];
}
