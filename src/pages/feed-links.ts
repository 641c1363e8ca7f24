import type { UrlPath } from "../model/brand.ts";
import type { Site } from "../model/site.ts";
import type { Alternate } from "../model/theme.ts";
import { hrefTo } from "../text/site-href.ts";
import { feedUrls } from "./routes.ts";

/** The feeds of a page, for its head and its buttons; none while the address of the site is not known. */
export function feedLinks(site: Site, url: UrlPath, title: string): readonly Alternate[] {
  if (site.config.baseUrl === "") return [];
  const { atom, rss, json } = feedUrls(url);
  return [
    { type: "application/atom+xml", title: `${title} (Atom)`, href: hrefTo(site, atom) },
    { type: "application/rss+xml", title: `${title} (RSS)`, href: hrefTo(site, rss) },
    { type: "application/feed+json", title: `${title} (JSON Feed)`, href: hrefTo(site, json) },
  ];
}
