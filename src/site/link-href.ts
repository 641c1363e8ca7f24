import type { SourcePath } from "../model/brand.ts";
import type { Site } from "../model/site.ts";
import { resolveLink } from "./internal-links.ts";

/** The address to print for a link of a post, base path included. */
export function linkHref(href: string, from: SourcePath, site: Site): string {
  const target = resolveLink(href, from, site);
  const { base } = site.config;
  switch (target.kind) {
    case "post": {
      const url = site.urlOf.get(target.post) ?? "/";
      return base + url.slice(1) + (target.fragment === undefined ? "" : `#${encodeURIComponent(target.fragment)}`);
    }
    case "path":
      return href.startsWith("/") && !href.startsWith("//") && !href.startsWith(base) ? base + href.slice(1) : href;
    case "other":
      return href;
  }
}
