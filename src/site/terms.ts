import type { PostId, UrlPath } from "../model/brand.ts";
import type { PostMeta, PostSummary } from "../model/post.ts";
import type { Term } from "../model/site.ts";
import { compare } from "./order.ts";

/**
 * Tags or categories with their posts, the largest first. Names that lead to one address (`RoPE`,
 * `rope`) are one term, under the name that the newest post uses.
 *
 * @param posts newest first
 */
export function collectTerms(
  posts: readonly PostSummary[],
  namesOf: (meta: PostMeta) => readonly string[],
  urlOf: (name: string) => UrlPath,
): readonly Term[] {
  const terms = new Map<UrlPath, { name: string; posts: Set<PostId> }>();
  for (const { meta } of posts) {
    for (const name of namesOf(meta)) {
      const url = urlOf(name);
      const term = terms.get(url) ?? { name, posts: new Set() };
      terms.set(url, term);
      term.posts.add(meta.id);
    }
  }
  return [...terms]
    .map(([url, { name, posts: ids }]) => ({ name, url, posts: [...ids] }))
    .sort((a, b) => b.posts.length - a.posts.length || compare(a.name, b.name));
}
