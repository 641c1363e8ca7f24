import type { PagePlan } from "../model/page.ts";
import type { SitePost } from "../model/post.ts";
import type { Site } from "../model/site.ts";
import type { Html, UrlPath } from "../model/brand.ts";
import type { Alternate, Frame, MetaTag, SearchLink, Theme } from "../model/theme.ts";
import { absoluteUrl, hrefTo } from "../text/site-href.ts";
import { feedLinks } from "./feed-links.ts";
import { fixed } from "./routes.ts";

interface FrameOptions {
  /** The page's own title; the home page has none. */
  readonly title?: string;
  readonly description?: string;
  readonly meta?: readonly MetaTag[];
  readonly jsonLd?: Html;
  /** The same in other forms, and feeds of the page. */
  readonly alternates?: readonly Alternate[];
  /** Names of the fonts that the formulas of the page need, if they are known. */
  readonly fonts?: Iterable<string>;
}

/** Fonts that a page with a formula in a title needs. */
const fontsOfTitles: readonly string[] = ["KaTeX_Main-Regular", "KaTeX_Math-Italic"];

/** Head, masthead and footer of a page. */
export function frame(
  plan: PagePlan,
  { site, theme }: { readonly site: Site; readonly theme: Theme },
  { title, description, meta = [], jsonLd, alternates = [], fonts = fontsOfTitles }: FrameOptions = {},
): Frame {
  const { config, assets } = site;
  const canonical = absoluteUrl(site, plan.url);
  return {
    language: config.language,
    documentTitle: title === undefined ? config.title : `${title} - ${config.title}`,
    description: description ?? config.description,
    ...(canonical !== undefined && { canonical }),
    siteTitle: config.title,
    motto: config.motto,
    homeHref: hrefTo(site, fixed.home),
    navigation: navigation(plan, site, theme),
    footer: config.footer,
    license: { href: config.license.url, text: config.license.name },
    author: config.author,
    years: years(site),
    styles: assets.styles,
    preload: [...new Set(fonts)].toSorted().flatMap((name) => assets.fonts[name] ?? []),
    scripts: assets.scripts,
    ...(assets.favicon !== undefined && { favicon: assets.favicon }),
    meta,
    alternates: [...alternates, ...feedLinks(site, fixed.home, config.title)],
    feeds: feedLinks(site, fixed.home, config.title),
    manifest: hrefTo(site, fixed.manifest),
    ...(assets.search && { search: searchLink(plan, site, assets.search.script) }),
    ...(jsonLd !== undefined && { jsonLd }),
  };
}

function navigation(plan: PagePlan, site: Site, theme: Theme): Frame["navigation"] {
  const names = theme.names(site.config.language);
  const entries = [
    { url: fixed.home, text: names.home, kinds: ["home"] },
    { url: fixed.archive, text: names.archive, kinds: ["archive", "graph"] },
    { url: fixed.series, text: names.series, kinds: ["series-index", "series"] },
    { url: fixed.tags, text: names.tags, kinds: ["terms", "term"] },
    { url: fixed.readers, text: names.readers, kinds: ["readers"] },
  ];
  const builtIn = entries.map(({ url, text, kinds }) => ({
    href: hrefTo(site, url),
    text,
    current: kinds.includes(plan.kind),
  }));
  const own = site.config.navigation.map(({ href, text }) => ({
    href: href.startsWith("/") ? hrefTo(site, href as UrlPath) : href,
    text,
    current: href === plan.url,
  }));
  return [...builtIn, ...own];
}

function searchLink(plan: PagePlan, site: Site, script: string): SearchLink {
  const isKnown = site.config.baseUrl !== "";
  return {
    href: hrefTo(site, fixed.search),
    current: plan.kind === "search",
    script,
    ...(isKnown && { description: hrefTo(site, fixed.openSearch) }),
  };
}

function years({ posts }: Site): string {
  const isDated = ({ meta }: SitePost) => meta.date !== undefined;
  const [newest, oldest] = [posts.find(isDated), posts.findLast(isDated)].map((post) =>
    post?.meta.date?.day.slice(0, 4),
  );
  if (newest === undefined || oldest === undefined) return "";
  return newest === oldest ? newest : `${oldest}–${newest}`;
}
