import type { PostId } from "../model/brand.ts";
import type { PostSummary } from "../model/post.ts";
import type { Backlink, JoinedSite } from "../model/site.ts";
import { findEquation } from "./equations.ts";
import { resolveLink } from "./internal-links.ts";
import { findTitle } from "./titles.ts";

/** Sentences of one post that are shown. */
const maxSentences = 3;

type Linked = Pick<JoinedSite, "config" | "posts" | "byId" | "byPath" | "files" | "addresses" | "titles">;

/**
 * Who names a post: by a link, by its title in 《》, or by one of its equations. One entry a naming post, newest first,
 * with the sentences in which it does so; a post that names itself does not count.
 */
export function findBacklinks(site: Linked): ReadonlyMap<PostId, readonly Backlink[]> {
  const found = new Map<PostId, Backlink[]>();
  for (const post of site.posts) {
    for (const [target, sentences] of named(post, site)) {
      const entry = { from: post.meta.id, sentences: [...sentences].slice(0, maxSentences) };
      found.set(target, [...(found.get(target) ?? []), entry]);
    }
  }
  return found;
}

/** The other posts that a post names, with the sentences. */
function named(post: PostSummary, site: Linked): ReadonlyMap<PostId, ReadonlySet<string>> {
  const targets = new Map<PostId, Set<string>>();
  const add = (target: PostId | undefined, sentence: string | undefined) => {
    if (target === undefined || target === post.meta.id) return;
    const sentences = targets.get(target) ?? new Set();
    targets.set(target, sentences);
    if (sentence !== undefined && sentence !== "") sentences.add(sentence);
  };
  for (const { href, sentence } of post.links) {
    const target = resolveLink(href, post.path, site);
    add(target.kind === "post" ? target.post : undefined, sentence);
  }
  for (const mention of post.titles) add(findTitle(mention, post.meta.id, site), mention.sentence);
  for (const reference of post.references) add(findEquation(reference, site)?.post.meta.id, reference.sentence);
  return targets;
}
