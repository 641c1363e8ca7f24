import type { PostId, UrlPath } from "../model/brand.ts";
import type { PostSummary } from "../model/post.ts";
import type { OldAddress } from "../model/site.ts";
import { decodeAddress } from "../text/decode-address.ts";
import { known } from "../text/known.ts";
import { permalink } from "../text/permalink.ts";
import { toUrlPath } from "../text/url-path.ts";
import { normaliseAddress } from "./internal-links.ts";

/**
 * The addresses that posts had before: the `aliases` of their front matter, then the site's old patterns, newest post
 * first. The present address of a post is not among its own; clashes with others are for whoever plans the pages.
 *
 * An alias with a query (`/?p=42`) keeps it; there can be no file for it.
 */
export function oldAddresses(
  posts: readonly Pick<PostSummary, "meta" | "titleText">[],
  { patterns, urlOf }: { readonly patterns: readonly string[]; readonly urlOf: ReadonlyMap<PostId, UrlPath> },
): readonly OldAddress[] {
  return posts.flatMap((summary): readonly OldAddress[] => {
    const { meta } = summary;
    const present = normaliseAddress(known(urlOf, meta.id));
    const seen = new Set<string>([present]);
    const all: readonly Omit<OldAddress, "post">[] = [
      ...meta.aliases.map(aliasUrl),
      ...patterns.map((pattern) => ({ url: permalink(pattern, summary) })),
    ];
    return all.flatMap((one) => {
      const name = normaliseAddress(one.url) + (one.query ?? "");
      if (seen.has(name)) return [];
      seen.add(name);
      return [{ ...one, post: meta.id }];
    });
  });
}

/** Present addresses win over old ones, old ones of newer posts over those of older ones. */
export function allAddresses(
  urlOf: ReadonlyMap<PostId, UrlPath>,
  old: readonly OldAddress[],
): ReadonlyMap<string, PostId> {
  const addresses = new Map<string, PostId>();
  for (const [id, url] of urlOf) addresses.set(normaliseAddress(url), id);
  for (const { url, query, post } of old) {
    const address = normaliseAddress(url);
    if (query === undefined && !addresses.has(address)) addresses.set(address, post);
  }
  return addresses;
}

function aliasUrl(alias: string): Omit<OldAddress, "post"> {
  const [path = "", query] = alias.split(/(\?[^#]*)/);
  return {
    url: toUrlPath(decodeAddress(path.replace(/#.*$/s, ""))),
    ...(query !== undefined && query !== "?" && { query }),
  };
}
