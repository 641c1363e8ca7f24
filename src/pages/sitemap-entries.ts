import type { PostId, UrlPath } from "../model/brand.ts";
import type { PagePlan } from "../model/page.ts";
import type { SitemapEntry } from "../model/page.ts";
import type { Site } from "../model/site.ts";
import { itemAt, known } from "../text/known.ts";
import { seriesOf } from "./series-pages.ts";

/** The pages that search engines shall know, each with the day of its newest change: no later pages of lists, no 404. */
export function sitemapEntries(site: Site, plans: readonly PagePlan[]): readonly SitemapEntry[] {
  const all = site.posts.map(({ meta }) => meta.id);
  const entry = (url: UrlPath, posts: readonly PostId[]): readonly SitemapEntry[] => {
    const day = newestDay(site, posts);
    return [{ url, ...(day !== undefined && { day }) }];
  };
  return plans.flatMap((page): readonly SitemapEntry[] => {
    switch (page.kind) {
      case "post":
        return entry(page.url, [page.post]);
      case "series":
        return entry(page.url, seriesOf(site, page.series).posts);
      case "term":
        return entry(page.url, site[page.taxonomy].find(({ name }) => name === page.name)?.posts ?? []);
      case "home":
        return page.page.number === 1 ? entry(page.url, all) : [];
      case "comments":
        return page.page.number === 1 ? [{ url: page.url, day: itemAt(page.comments, 0).day }] : [];
      case "archive":
      case "series-index":
      case "terms":
      case "readers":
      case "graph":
        return entry(page.url, all);
      case "search":
      case "not-found":
      case "offline":
      case "redirect":
      case "feed":
        return [];
    }
  });
}

function newestDay({ byId }: Site, posts: readonly PostId[]): string | undefined {
  const days = posts.flatMap((id) => {
    const { date, updated } = known(byId, id).meta;
    return [date, updated].flatMap((one) => one?.day ?? []);
  });
  return days.toSorted().at(-1);
}
