import type { OutPath } from "../model/brand.ts";
import type { OutputFile } from "../model/page.ts";
import type { Site } from "../model/site.ts";
import { known } from "../text/known.ts";
import { hrefTo } from "../text/site-href.ts";

/**
 * Old addresses for servers that can redirect: `_redirects` as Netlify, Cloudflare Pages and GitLab Pages read it, with
 * 301 because their default is a passing 302, and a map for nginx (`map $request_uri $moved { include …; }`). Addresses
 * with a query are in the map only. Nothing is written for a site without old addresses.
 */
export function redirectFiles(site: Site): readonly OutputFile[] {
  const moves = site.oldAddresses.map(({ url, query, post }) => ({
    from: hrefTo(site, url),
    query,
    to: hrefTo(site, known(site.urlOf, post)),
  }));
  if (moves.length === 0) return [];
  const lines = moves.filter(({ query }) => query === undefined).map(({ from, to }) => `${from} ${to} 301\n`);
  const map = moves.map(({ from, query = "", to }) => `${quoted(from + query)} ${quoted(to)};\n`);
  return [
    { path: "_redirects" as OutPath, body: lines.join(""), yields: true },
    { path: "redirects.nginx.map" as OutPath, body: map.join(""), yields: true },
  ];
}

/** A word of nginx: no variables, no end of the string. */
function quoted(text: string): string {
  return `"${text.replace(/["\\$]/g, encodeURIComponent)}"`;
}
