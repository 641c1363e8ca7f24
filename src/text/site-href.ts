import type { UrlPath } from "../model/brand.ts";
import type { SiteConfig } from "../model/config.ts";

interface Configured {
  readonly config: Pick<SiteConfig, "base" | "baseUrl">;
}

/** Address of a page with the base path, for an attribute. */
export function hrefTo({ config }: Configured, url: UrlPath): string {
  return config.base + url.slice(1);
}

/** Absolute address of a page; `undefined` while the address of the site is not known. */
export function absoluteUrl(site: Configured, url: UrlPath): string | undefined {
  return site.config.baseUrl === "" ? undefined : site.config.baseUrl + hrefTo(site, url);
}
