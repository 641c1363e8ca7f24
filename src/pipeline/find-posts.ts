import type { PostId, SourcePath } from "../model/brand.ts";
import type { SiteConfig } from "../model/config.ts";
import type { PostSummary } from "../model/post.ts";
import type { SourceFile, Sources } from "../model/source.ts";
import { routes } from "../pages/routes.ts";
import { readFrontMatter } from "../parse/front-matter/front-matter.ts";
import { parseTitle } from "../parse/markdown/title.ts";
import { postAt } from "../site/comments/pages.ts";
import { allAddresses, oldAddresses } from "../site/old-addresses.ts";
import { newestFirst } from "../site/order.ts";
import { templateText } from "../text/fill-template.ts";
import { itemAt } from "../text/known.ts";
import { openAll } from "../text/open-all.ts";
import { texToText } from "../text/tex-text.ts";

/** The path of the post that an address leads to, as files of counts and comments write it: `/archives/42/`. */
export type FindPost = (address: string) => string | undefined;

type Addressed = Pick<PostSummary, "path" | "meta" | "titleText">;

/**
 * Finds published posts by any address that they have or had, by the rule of the site itself. Only front matter is read:
 * nothing is typeset.
 */
export function findPosts(sources: Sources, config: SiteConfig): FindPost {
  const found: Addressed[] = [];
  for (const source of openAll(sources)) found.push(...addressed(source, config));
  const posts = newestFirst(found);
  // Of two posts with one identity the older one keeps it.
  const urlOf = new Map(posts.map((post) => [post.meta.id, routes(config).post(post)]));
  const old = oldAddresses(posts, { patterns: config.oldPermalinks, urlOf });
  const lookup = {
    config,
    addresses: allAddresses(urlOf, old),
    oldAddresses: old,
    byPath: new Map<SourcePath, PostId>(),
    files: new Set<string>(),
    byId: urlOf,
  };
  return (address) => {
    const post = postAt(address, lookup);
    const url = post === undefined ? undefined : urlOf.get(post);
    return url === undefined ? undefined : decodeURI(url);
  };
}

function addressed(source: SourceFile, config: SiteConfig): readonly Addressed[] {
  const front = readFrontMatter(source, config).value;
  if (!front || front.meta.draft) return [];
  const { template, formulas } = parseTitle(front.meta.title, front.titleSpan);
  const formula = (index: number) => texToText(itemAt(formulas, index).tex);
  return [{ path: source.path, meta: front.meta, titleText: templateText(template, { formula, reference: String }) }];
}
