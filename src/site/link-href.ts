import type { Html, PostId, SourcePath } from "../model/brand.ts";
import type { EquationTarget, PostReference, TitleMention } from "../model/post.ts";
import type { Site } from "../model/site.ts";
import { known } from "../text/known.ts";
import { hrefTo } from "../text/site-href.ts";
import { equationAt, findEquation } from "./equations.ts";
import { resolveLink } from "./internal-links.ts";
import { findPlace } from "./places.ts";
import { findTitle } from "./titles.ts";

/** The address to print for a link of a post, base path included. */
export function linkHref(href: string, from: SourcePath, site: Site): string {
  const target = resolveLink(href, from, site);
  const { base } = site.config;
  switch (target.kind) {
    case "post": {
      const url = known(site.urlOf, target.post);
      if (target.fragment === undefined) return base + url.slice(1);
      const place = findPlace(target.post, target.fragment, site) ?? target.fragment;
      return `${base}${url.slice(1)}#${encodeURIComponent(place)}`;
    }
    case "path":
      return href.startsWith("/") && !href.startsWith("//") && !href.startsWith(base) ? base + href.slice(1) : href;
    case "other":
      return href;
  }
}

/** Text for a link that the author left without: the number of the equation that it leads to, else nothing. */
export function linkText(href: string, from: SourcePath, site: Site): Html {
  const target = resolveLink(href, from, site);
  if (target.kind !== "post" || target.fragment === undefined) return "" as Html;
  const equation = equationAt(target.post, target.fragment, site);
  return (equation ? `(${equation.numberHtml})` : "") as Html;
}

/** The address of the post whose title stands in 《》, base path included; `undefined` if there is no such post. */
export function titleHref(mention: TitleMention, own: PostId, site: Site): string | undefined {
  const id = findTitle(mention, own, site);
  return id === undefined ? undefined : hrefTo(site, known(site.urlOf, id));
}

/** The equation of another post that a reference names, and the address of that post. */
export function referenceTarget(
  reference: PostReference,
  site: Site,
): { readonly target: EquationTarget; readonly url: string } | undefined {
  const found = findEquation(reference, site);
  if (!found) return undefined;
  return { target: found.target, url: site.config.base + known(site.urlOf, found.post.meta.id).slice(1) };
}
