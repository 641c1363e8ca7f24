import type { OutPath, UrlPath } from "../model/brand.ts";
import type { OutputFile, SitemapEntry } from "../model/page.ts";
import type { Site } from "../model/site.ts";
import { hrefTo } from "../text/site-href.ts";
import { xml } from "../text/xml.ts";

/** Most addresses that one file may have. */
const maxEntries = 50_000;
const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** The sitemap; of a very large site several files and an index of them. Nothing while the site's address is not known. */
export function sitemap(site: Site, entries: readonly SitemapEntry[], limit = maxEntries): readonly OutputFile[] {
  const { baseUrl } = site.config;
  if (baseUrl === "") return [];
  const files = Array.from({ length: Math.ceil(entries.length / limit) }, (_, index) =>
    urlSet(site, entries.slice(index * limit, (index + 1) * limit)),
  );
  const [only] = files;
  if (files.length === 1 && only !== undefined) return [file("sitemap.xml", only)];
  const names = files.map((_body, index) => `sitemap-${index + 1}.xml`);
  const index = names.map(
    (name) => xml`<sitemap><loc>${baseUrl + hrefTo(site, `/${name}` as UrlPath)}</loc></sitemap>\n`,
  );
  return [
    file(
      "sitemap.xml",
      xml`<?xml version="1.0" encoding="utf-8"?>\n<sitemapindex xmlns="${namespace}">\n${index}</sitemapindex>\n`.xml,
    ),
    ...files.map((body, position) => file(`sitemap-${position + 1}.xml`, body)),
  ];
}

function urlSet(site: Site, entries: readonly SitemapEntry[]): string {
  const urls = entries.map(({ url, day }) => {
    const change = day === undefined ? xml`` : xml`<lastmod>${day}</lastmod>`;
    return xml`<url><loc>${site.config.baseUrl + hrefTo(site, url)}</loc>${change}</url>\n`;
  });
  return xml`<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="${namespace}">\n${urls}</urlset>\n`.xml;
}

function file(path: string, body: string): OutputFile {
  return { path: path as OutPath, body, yields: true };
}
