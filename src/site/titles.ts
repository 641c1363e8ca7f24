import type { PostId } from "../model/brand.ts";
import type { Diagnostic, Related } from "../model/diagnostic.ts";
import type { PostSummary, TitleMention } from "../model/post.ts";
import type { JoinedSite, Site } from "../model/site.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { editDistance } from "../text/edit-distance.ts";
import { known } from "../text/known.ts";
import { foldTitle, parseSeriesTitle } from "../text/series-title.ts";

/** The form in which titles are compared: width, spaces, punctuation and the dollars of formulas do not count. */
export function titleKey(title: string): string {
  return foldTitle(title.replaceAll("$", ""));
}

/** The posts of each title; several if a title occurs twice. */
export function titleIndex(posts: readonly PostSummary[]): ReadonlyMap<string, readonly PostId[]> {
  const index = new Map<string, PostId[]>();
  for (const { meta } of posts) {
    const key = titleKey(meta.title);
    index.set(key, [...(index.get(key) ?? []), meta.id]);
  }
  return index;
}

/** The post whose title stands in 《》; none for the title of the post itself, or of several posts. */
export function findTitle(mention: TitleMention, own: PostId, { titles }: Pick<Site, "titles">): PostId | undefined {
  const [first, ...others] = titles.get(titleKey(mention.text)) ?? [];
  return others.length > 0 || first === own ? undefined : first;
}

/** Candidates that are named at most. */
const namedCandidates = 3;

/** Reports titles in 《》 that several posts have, and those that are nearly the title of a post. */
export function checkTitles(site: Pick<JoinedSite, "posts" | "byId" | "titles">): readonly Diagnostic[] {
  const near = nearTitles(site);
  return site.posts.flatMap((post) => {
    const seen = new Set<string>();
    return post.titles.flatMap((mention) => {
      const key = titleKey(mention.text);
      const isKnown = seen.has(key);
      seen.add(key);
      return isKnown ? [] : checkTitle(mention, post, { site, near });
    });
  });
}

interface Known {
  readonly site: Pick<Site, "byId" | "titles">;
  readonly near: (key: string) => readonly PostId[];
}

function checkTitle(mention: TitleMention, post: PostSummary, { site, near }: Known): readonly Diagnostic[] {
  const { text, span } = mention;
  const key = titleKey(text);
  const exact = site.titles.get(key) ?? [];
  if (exact.length === 1 || exact.includes(post.meta.id)) return [];
  const found = (exact.length > 0 ? exact : near(key)).filter((id) => id !== post.meta.id);
  const candidates = found.slice(0, namedCandidates).map((id) => known(site.byId, id));
  const [first] = candidates;
  if (!first) return [];
  const related = candidates.map(({ path, meta }): Related => ({ file: path, message: `is called “${meta.title}”` }));
  if (exact.length > 0) {
    const hint = `write a link to the one that is meant: [《${text}》](/…/)`;
    return [
      diagnostic("link/ambiguous-title", post.path, `several posts are called “${text}”`, { span, hint, related }),
    ];
  }
  const hint = `did you mean 《${first.meta.title}》?`;
  return [diagnostic("link/near-title", post.path, `no post is called “${text}”`, { span, hint, related })];
}

/** A shorter text is near to too much. */
const shortestNear = 4;

/**
 * Finds titles like another one: what stands before or behind the number of a part, or a few characters changed. Titles
 * are only compared if they begin or end alike.
 */
function nearTitles({ posts }: Pick<Site, "posts">): (key: string) => readonly PostId[] {
  const parts = new Map<string, PostId[]>();
  const alike = new Map<string, { readonly key: string; readonly id: PostId }[]>();
  const add = <T>(map: Map<string, T[]>, name: string, value: T) => map.set(name, [...(map.get(name) ?? []), value]);
  for (const { meta } of posts) {
    const key = titleKey(meta.title);
    for (const end of endsOf(key)) add(alike, end, { key, id: meta.id });
    const subtitle = parseSeriesTitle(meta.title)?.subtitle;
    if (subtitle === undefined) continue;
    const part = titleKey(subtitle);
    for (const half of [part, key.slice(0, -part.length).replace(/[:\-·.,|]+$/, "")]) add(parts, half, meta.id);
  }
  return (key) => {
    if (key.length < shortestNear) return [];
    const limit = Math.min(3, Math.floor(key.length / 4));
    const similar = endsOf(key)
      .flatMap((end) => alike.get(end) ?? [])
      .filter((one) => editDistance(key, one.key, limit) <= limit);
    return [...new Set([...(parts.get(key) ?? []), ...similar.map(({ id }) => id)])];
  };
}

function endsOf(key: string): readonly string[] {
  return [`^${key.slice(0, 2)}`, `$${key.slice(-2)}`];
}
