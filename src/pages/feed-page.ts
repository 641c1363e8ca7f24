import type { PostId } from "../model/brand.ts";
import type { Feed } from "../model/feed.ts";
import type { OutputFile, PagePlan } from "../model/page.ts";
import type { Site } from "../model/site.ts";
import { atom } from "../text/feed/atom.ts";
import { jsonFeed } from "../text/feed/json-feed.ts";
import { rss } from "../text/feed/rss.ts";
import { hrefTo } from "../text/site-href.ts";
import { toOutPath } from "../text/url-path.ts";
import { later } from "./feed-item.ts";
import type { PageInput } from "./page.ts";
import { seriesOf } from "./series-pages.ts";
import { feedUrls } from "./routes.ts";

type Plan = Extract<PagePlan, { kind: "feed" }>;

/** A feed in its three forms: the newest posts in full, formulas as MathML only, every address absolute. */
export async function feedFiles(plan: Plan, input: PageInput): Promise<readonly OutputFile[]> {
  const { site } = input;
  const { title, posts } = contents(plan, site);
  const items = await Promise.all(
    site.posts
      .filter(({ meta }) => posts.has(meta.id) && meta.date)
      .slice(0, plan.of.kind === "tag" ? site.config.feeds.tagLimit : site.config.feeds.limit)
      .map(({ meta }) => input.feedItem(meta.id)),
  );
  const updated = items.map((item) => item.updated).reduce(later);
  const { language, description, author, title: siteTitle } = site.config;
  const page = site.config.baseUrl + hrefTo(site, plan.page);
  const urls = feedUrls(plan.page);
  const make = (form: keyof typeof urls): Feed => ({
    title,
    description: description === "" ? siteTitle : description,
    language,
    author: author === "" ? siteTitle : author,
    page,
    self: site.config.baseUrl + hrefTo(site, urls[form]),
    updated,
    items,
  });
  return [
    { path: toOutPath(urls.atom), body: atom(make("atom")) },
    { path: toOutPath(urls.rss), body: rss(make("rss")) },
    { path: toOutPath(urls.json), body: jsonFeed(make("json")) },
  ];
}

function contents({ of }: Plan, site: Site): { readonly title: string; readonly posts: ReadonlySet<PostId> } {
  const { title } = site.config;
  switch (of.kind) {
    case "site":
      return { title, posts: new Set(site.byId.keys()) };
    case "series": {
      const series = seriesOf(site, of.series);
      return { title: `${series.name} - ${title}`, posts: new Set(series.posts) };
    }
    case "tag":
      return {
        title: `${of.name} - ${title}`,
        posts: new Set(site.tags.find(({ name }) => name === of.name)?.posts ?? []),
      };
  }
}
