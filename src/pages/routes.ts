import type { OutPath, PostId, SeriesId, UrlPath } from "../model/brand.ts";
import type { SiteConfig } from "../model/config.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import type { FeedForm, FeedSource, PagePlan, Taxonomy } from "../model/page.ts";
import type { SitePost } from "../model/post.ts";
import type { Site } from "../model/site.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { besidePage } from "../text/beside-page.ts";
import { decodeAddress } from "../text/decode-address.ts";
import { known } from "../text/known.ts";
import { pathTree } from "../text/path-tree.ts";
import { permalink } from "../text/permalink.ts";
import { slug } from "../text/slug.ts";
import { toOutPath, toUrlPath } from "../text/url-path.ts";

/** Addresses of everything that has a page of its own. Every URL of the site is made here. */
export interface Routes {
  readonly post: (post: Pick<SitePost, "meta" | "titleText">) => UrlPath;
  readonly series: (id: SeriesId) => UrlPath;
  readonly term: (taxonomy: Taxonomy, name: string) => UrlPath;
  /** Pages that do not depend on content, or the first of their pages. */
  readonly fixed: readonly UrlPath[];
}

/** Addresses that do not depend on content. */
export const fixed = {
  home: toUrlPath("/"),
  archive: toUrlPath("/archives/"),
  series: toUrlPath("/series/"),
  tags: toUrlPath("/tags/"),
  categories: toUrlPath("/categories/"),
  readers: toUrlPath("/readers/"),
  comments: toUrlPath("/comments/"),
  readersCsv: toUrlPath("/readers.csv"),
  graph: toUrlPath("/graph/"),
  search: toUrlPath("/search/"),
  searchDialog: toUrlPath("/search/dialog.html"),
  openSearch: toUrlPath("/opensearch.xml"),
  notFound: toUrlPath("/404.html"),
  offline: toUrlPath("/offline/"),
  manifest: toUrlPath("/site.webmanifest"),
} as const;

/** The addresses of a site whose posts follow its `permalink` pattern. */
export function routes({ permalink: pattern }: Pick<SiteConfig, "permalink">): Routes {
  return {
    post: (post) => permalink(pattern, post),
    series: (id) => toUrlPath(`/series/${id}/`),
    term: (taxonomy, name) => toUrlPath(`/${taxonomy}/${slug(name)}/`),
    fixed: Object.values(fixed),
  };
}

/** Address of a page's citation as a file. */
export function citationUrl(url: UrlPath, extension: string): UrlPath {
  return besidePage(url, `cite.${extension}`);
}

/** Address of a series as an EPUB. */
export function bookUrl(series: SeriesId): UrlPath {
  return toUrlPath(`/books/${series}.epub`);
}

/** Address of a post as Markdown. */
export function markdownUrl(url: UrlPath): UrlPath {
  return besidePage(url, "index.md");
}

/** Addresses of the feeds of a page. */
export function feedUrls(url: UrlPath): Readonly<Record<FeedForm, UrlPath>> {
  return {
    atom: besidePage(url, "atom.xml"),
    rss: besidePage(url, "rss.xml"),
    json: besidePage(url, "feed.json"),
  };
}

/** Address of page `number` of the home list; the first is the home page. */
function homePage(number: number): UrlPath {
  return number === 1 ? fixed.home : toUrlPath(`/page/${number}/`);
}

/**
 * Every page of the site, in a fixed order. Two pages on one address: the first keeps it, the second is
 * reported and left out.
 */
export function plan(site: Site): Outcome<readonly PagePlan[]> {
  const plans = allPages(site);
  const owners = pathTree<PagePlan>();
  const diagnostics: Diagnostic[] = [];
  const kept = plans.filter((page) => {
    const owner = owners.at(page.out);
    if (owner === undefined) {
      owners.add(page.out, page);
      return true;
    }
    diagnostics.push(clash(site, owner, page));
    return false;
  });
  return { value: kept, diagnostics: [...diagnostics, ...withoutAddress(site)] };
}

/** What readers subscribe to needs whole addresses. */
function withoutAddress({ config, posts: [first] }: Site): readonly Diagnostic[] {
  if (config.baseUrl !== "" || !first) return [];
  const message = "the site has no baseUrl, so there are no feeds and no sitemap";
  return [diagnostic("site/no-base-url", first.path, message, { hint: "set baseUrl in site.config.ts" })];
}

/** Pages for old addresses of what is no post, as far as a file can stand there. */
export function redirectPages({ redirects }: Pick<Site, "redirects">): readonly PagePlan[] {
  return redirects
    .filter(({ hasPage }) => hasPage)
    .map(({ url, to, file }) => at(url, { kind: "redirect", to, title: decodeAddress(to), file }));
}

/** Every file that the pages make, but for those beside posts and series. */
export function filesOf(pages: readonly PagePlan[]): readonly OutPath[] {
  return pages.flatMap((page) =>
    page.kind === "feed" ? Object.values(feedUrls(page.page)).map(toOutPath) : [page.out],
  );
}

type DistributiveOmit<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never;

function at(url: UrlPath, page: DistributiveOmit<PagePlan, "url" | "out">): PagePlan {
  return { ...page, url, out: toOutPath(url) } as PagePlan;
}

function allPages(site: Site): readonly PagePlan[] {
  const to = routes(site.config);
  return [
    ...homePages(site),
    ...site.posts.map((post) =>
      at(site.urlOf.get(post.meta.id) ?? to.post(post), { kind: "post", post: post.meta.id }),
    ),
    at(fixed.archive, { kind: "archive" }),
    at(fixed.series, { kind: "series-index" }),
    ...site.series.map(({ id, url }) => at(url, { kind: "series", series: id })),
    ...(["tags", "categories"] as const).flatMap((taxonomy) => [
      at(fixed[taxonomy], { kind: "terms", taxonomy }),
      ...site[taxonomy].map(({ name, url }) => at(url, { kind: "term", taxonomy, name })),
    ]),
    at(fixed.readers, { kind: "readers" }),
    ...commentPages(site),
    ...(site.backlinks.size > 0 ? [at(fixed.graph, { kind: "graph" })] : []),
    ...(site.assets.search ? [at(fixed.search, { kind: "search" })] : []),
    at(fixed.notFound, { kind: "not-found" }),
    ...(site.config.offline.app ? [at(fixed.offline, { kind: "offline" })] : []),
    ...site.oldAddresses
      .filter(({ query }) => query === undefined)
      .map(({ url, post }) => {
        const { titleText: title, path: file } = known(site.byId, post);
        return at(url, { kind: "redirect", to: known(site.urlOf, post), title, file });
      }),
    ...(site.config.baseUrl === "" ? [] : feeds(site)),
  ];
}

/** One plan for the three forms of a feed, at the address of the first. Posts without a date are in no feed. */
function feeds(site: Site): readonly PagePlan[] {
  const dated = (ids: readonly PostId[]) => ids.some((id) => known(site.byId, id).meta.date);
  const all: readonly { readonly url: UrlPath; readonly posts: readonly PostId[]; readonly of: FeedSource }[] = [
    { url: fixed.home, posts: site.posts.map(({ meta }) => meta.id), of: { kind: "site" } },
    ...site.series.map(({ id, url, posts }) => ({ url, posts, of: { kind: "series", series: id } }) as const),
    ...site.tags.map(({ name, url, posts }) => ({ url, posts, of: { kind: "tag", name } }) as const),
  ];
  return all
    .filter(({ posts }) => dated(posts))
    .map(({ url, of }) => at(feedUrls(url).atom, { kind: "feed", of, page: url }));
}

function homePages({ posts, config }: Site): readonly PagePlan[] {
  const count = Math.max(1, Math.ceil(posts.length / config.postsPerPage));
  const urls = Array.from({ length: count }, (_, index) => homePage(index + 1));
  return urls.map((url, index) => {
    const shown: readonly PostId[] = posts
      .slice(index * config.postsPerPage, (index + 1) * config.postsPerPage)
      .map(({ meta }) => meta.id);
    return at(url, { kind: "home", posts: shown, page: { number: index + 1, urls } });
  });
}

/** Comments on one page of the list of all. */
const commentsPerPage = 50;

/** There is no list of comments where there are none. */
function commentPages({ latestComments }: Site): readonly PagePlan[] {
  const count = Math.ceil(latestComments.length / commentsPerPage);
  const urls = Array.from({ length: count }, (_, index) =>
    index === 0 ? fixed.comments : toUrlPath(`/comments/page/${index + 1}/`),
  );
  return urls.map((url, index) => {
    const comments = latestComments.slice(index * commentsPerPage, (index + 1) * commentsPerPage);
    return at(url, { kind: "comments", comments, page: { number: index + 1, urls } });
  });
}

function clash(site: Site, owner: PagePlan, page: PagePlan): Diagnostic {
  if (page.kind === "redirect") return aliasClash(site, owner, page);
  const post = page.kind === "post" ? page : owner.kind === "post" ? owner : undefined;
  const path = post && site.byId.get(post.post)?.path;
  const first = site.posts[0]?.path;
  const message = `two pages have the address ${decodeURI(page.url)}: ${nameOf(site, owner)} and ${nameOf(site, page)}`;
  return diagnostic("site/duplicate-url", path ?? first ?? ("" as never), message, {
    hint: "change an id, a name or the permalink pattern",
  });
}

function aliasClash(site: Site, owner: PagePlan, { url, file }: Extract<PagePlan, { kind: "redirect" }>): Diagnostic {
  const message = `the old address ${decodeURI(url)} is taken: ${nameOf(site, owner)} has it`;
  return diagnostic("site/alias-clash", file, message, {
    hint: "take it out of aliases, or out of the other post",
  });
}

function nameOf(site: Site, page: PagePlan): string {
  switch (page.kind) {
    case "post":
      return `the post ${site.byId.get(page.post)?.path ?? page.post}`;
    case "redirect":
      return `an old address of ${page.file}`;
    case "series":
      return `the series ${page.series}`;
    case "term":
      return `${page.taxonomy} “${page.name}”`;
    default:
      return `the page ${page.kind}`;
  }
}
