import type { OutPath, UrlPath } from "../model/brand.ts";
import type { OutputFile } from "../model/page.ts";
import type { Site } from "../model/site.ts";
import { absoluteUrl } from "../text/site-href.ts";

/** Lets every robot in and names the sitemap. */
export function robots(site: Site): OutputFile {
  const sitemap = absoluteUrl(site, "/sitemap.xml" as UrlPath);
  const line = sitemap === undefined ? "" : `\nSitemap: ${sitemap}\n`;
  return { path: "robots.txt" as OutPath, body: `User-agent: *\nAllow: /\n${line}`, yields: true };
}
