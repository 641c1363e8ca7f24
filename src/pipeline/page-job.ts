import type { PostId } from "../model/brand.ts";
import type { OutputFile } from "../model/page.ts";
import type { FeedItem } from "../model/feed.ts";
import type { BookResult, BookTextsOrder, JobDeps, PageOrder, PageResult } from "../model/ports.ts";
import type { Post } from "../model/post.ts";
import type { Site } from "../model/site.ts";
import { bookContent } from "../pages/book-content.ts";
import { feedItem } from "../pages/feed-item.ts";
import { page, pageFacts, type PageInput } from "../pages/page.ts";
import { relativeLinks } from "../pages/relative-links.ts";
import { recentMap, type RecentMap } from "../text/recent-map.ts";
import { linkHref, linkText, referenceTarget, titleHref } from "../site/link-href.ts";

/** Prints the pages of one site, and gives its texts for books. */
export interface PageJobs {
  readonly print: (order: PageOrder) => Promise<PageResult>;
  readonly book: (order: BookTextsOrder) => Promise<BookResult>;
}

/** Characters of feed items that are kept: a post stands in the feeds of the site, its series and its tags. */
const feedItemChars = 24_000_000;

/** A post that the store has lost: not a fault of the program, somebody may have emptied the folder meanwhile. */
interface Lost {
  readonly lost: PostId;
}

/**
 * Prints pages that are not known from the last build. What a page shows is compared by everything that it is made
 * from: the program, the settings, the theme, the posts, and what the site tells about them.
 */
export function openPages(site: Site, deps: JobDeps): PageJobs {
  const { base, offline } = site.config;
  const settleLinks = ({ body, ...file }: OutputFile): OutputFile =>
    offline.relative && typeof body === "string" && file.path.endsWith(".html")
      ? { ...file, body: relativeLinks(body, file.path, base) }
      : { ...file, body };
  const settings = [deps.version, deps.themeVersion, site.config];
  const whole = inputFor(site, deps, bodyOf(site, deps));
  const bare = inputFor(site, deps, skeletonIn(site, deps));
  return {
    async print({ plan, known }) {
      try {
        const key = await keyOf((input) => pageFacts(plan, input), [settings, plan], { site, deps, bare });
        if (key === known) return { kind: "known" };
        return { kind: "printed", key, files: (await page(plan, whole)).map(settleLinks) };
      } catch (error) {
        if (!isLost(error)) throw error;
        return { kind: "lost", post: error.lost };
      }
    },
    async book({ plan, world, known }) {
      try {
        const key = await keyOf((input) => bookContent(plan, input), [settings, plan, world], { site, deps, bare });
        if (key === known) return { kind: "known" };
        return { kind: "made", key, content: await bookContent(plan, whole) };
      } catch (error) {
        if (!isLost(error)) throw error;
        return { kind: "lost", post: error.lost };
      }
    },
  };
}

function isLost(error: unknown): error is Lost {
  return typeof error === "object" && error !== null && "lost" in error;
}

interface KeyContext {
  readonly site: Site;
  readonly deps: JobDeps;
  readonly bare: PageInput;
}

/**
 * @param factsOf what is shown, as data without bodies
 * @param given what else decides
 */
async function keyOf(
  factsOf: (input: PageInput) => Promise<unknown>,
  given: readonly unknown[],
  { site, deps, bare }: KeyContext,
): Promise<string> {
  const used = new Set<string>();
  const facts: unknown[] = [];
  const using = <T>(give: (id: PostId) => Promise<T>) => {
    return (id: PostId): Promise<T> => {
      used.add(String(site.byId.get(id)?.key));
      return give(id);
    };
  };
  const input = { ...bare, post: using(bare.post), feedItem: using(bare.feedItem) };
  const shown = await factsOf(noting(input, facts));
  return deps.hash(JSON.stringify([given, shown, facts, [...used]]));
}

/** What the site says about places in posts decides over a page, whatever the theme makes of it. */
function noting(input: PageInput, facts: unknown[]): PageInput {
  const note = <T>(value: T): T => {
    facts.push(value);
    return value;
  };
  return {
    ...input,
    linkHref: (href, from) => note(input.linkHref(href, from)),
    linkText: (href, from) => note(input.linkText(href, from)),
    titleHref: (mention, from) => note(input.titleHref(mention, from)),
    equation: (reference) => note(input.equation(reference)),
  };
}

/** Characters of skeletons that are kept: lists show a post many times. */
const skeletonChars = 8_000_000;

function skeletonIn(site: Site, deps: JobDeps): PageInput["post"] {
  const kept: RecentMap<Post> = recentMap(skeletonChars, ({ formulas }) => 4000 + formulas.length * 200);
  return async (id) => {
    const known = kept.get(id);
    if (known) return known;
    const stored = await deps.store.get(String(site.byId.get(id)?.key));
    if (!stored?.outcome.value) throw { lost: id } satisfies Lost;
    kept.set(id, stored.outcome.value.skeleton);
    return stored.outcome.value.skeleton;
  };
}

function bodyOf(site: Site, deps: JobDeps): PageInput["post"] {
  return async (id) => {
    const post = await deps.bodies.get(String(site.byId.get(id)?.key));
    if (!post) throw { lost: id } satisfies Lost;
    return post;
  };
}

function inputFor(site: Site, deps: JobDeps, post: PageInput["post"]): PageInput {
  const items: RecentMap<FeedItem> = recentMap(feedItemChars, ({ html, escaped }) => html.length + escaped.xml.length);
  const input: PageInput = {
    site,
    theme: deps.theme,
    post,
    linkHref: (href, from) => linkHref(href, from.path, site),
    linkText: (href, from) => linkText(href, from.path, site),
    async comments(id) {
      const key = site.comments.get(id)?.key;
      const stored = key === undefined ? undefined : await deps.comments.get(key);
      if (key !== undefined && !stored) throw new Error(`the store has lost the comments of the post “${id}”`);
      return stored?.comments ?? [];
    },
    titleHref: (mention, from) => titleHref(mention, from.meta.id, site),
    equation: (reference) => referenceTarget(reference, site),
    async feedItem(id) {
      const known = items.get(id);
      if (known) return known;
      const item = await feedItem(id, input);
      items.set(id, item);
      return item;
    },
  };
  return input;
}
