import type { Html, PostId, SourcePath } from "../model/brand.ts";
import type { SiteConfig } from "../model/config.ts";
import type { EquationTarget, PostReference, TitleMention } from "../model/post.ts";
import type { Site } from "../model/site.ts";
import { decodeAddress } from "../text/decode-address.ts";
import { known } from "../text/known.ts";
import { hrefTo } from "../text/site-href.ts";
import { equationAt, findEquation } from "./equations.ts";
import { normaliseAddress, resolveLink, type LinkTarget } from "./internal-links.ts";
import { findPlace } from "./places.ts";
import { findTitle } from "./titles.ts";

interface From {
  readonly from: SourcePath;
}

type PathTarget = Extract<LinkTarget, { kind: "path" }>;

/**
 * The address to print for a link of a post, base path included. What is not here is at the old host of the archive, if
 * there is one; a place that a post does not have is left out, so that the reader comes to the post.
 */
export function linkHref(href: string, from: SourcePath, site: Site): string {
  const target = resolveLink(href, from, site);
  const { base } = site.config;
  switch (target.kind) {
    case "post": {
      const url = known(site.urlOf, target.post);
      const place = placeOf(target.post, target.fragment, site);
      if (place === undefined) return base + url.slice(1);
      return `${base}${url.slice(1)}#${encodeURIComponent(place)}`;
    }
    case "path":
      return pathHref(href, { ...target, from }, site);
    case "other":
      return href;
  }
}

function placeOf(post: PostId, fragment: string | undefined, site: Site): string | undefined {
  if (fragment === undefined) return undefined;
  const hasComments = site.comments.has(post) || site.config.comments.live !== undefined;
  return findPlace(post, fragment, site) ?? (hasComments && fragment.startsWith("comment") ? fragment : undefined);
}

function pathHref(href: string, { path, isPostAddress, from }: PathTarget & From, site: Site): string {
  const { config } = site;
  if (/^(?:[a-z]+:)?\/\//i.test(href)) return href;
  if (isPostAddress || site.absent.has(normaliseAddress(path)))
    return atOldHost(href, from, site) ?? withBase(href, config);
  const isBesidePost = !href.startsWith("/") && site.files.has(decodeAddress(path.slice(1)));
  return isBesidePost ? config.base + path.slice(1) : withBase(href, config);
}

/** The same address where the archive was before; `undefined` if that is not known, or here. */
function atOldHost(href: string, from: SourcePath, { config, byPath, urlOf }: Site): string | undefined {
  const { oldHosts, baseUrl, base } = config;
  const [host] = oldHosts;
  const post = byPath.get(from);
  if (host === undefined || post === undefined || isAt(baseUrl, host)) return undefined;
  const address = href.startsWith(base) ? href.slice(base.length - 1) : href;
  const page = `https://${host}${known(urlOf, post)}`;
  return URL.canParse(address, page) ? new URL(address, page).href : undefined;
}

function isAt(baseUrl: string, host: string): boolean {
  return (
    baseUrl
      .replace(/^https?:\/\//, "")
      .split("/")[0]
      ?.toLowerCase() === host.toLowerCase()
  );
}

function withBase(href: string, { base }: SiteConfig): string {
  return href.startsWith("/") && !href.startsWith(base) ? base + href.slice(1) : href;
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
