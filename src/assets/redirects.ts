import type { OutPath } from "../model/brand.ts";
import type { OutputFile } from "../model/page.ts";
import type { Site } from "../model/site.ts";
import { known } from "../text/known.ts";
import { hrefTo } from "../text/site-href.ts";

/**
 * Old addresses for servers that can redirect: `_redirects` as Netlify, Cloudflare Pages and GitLab Pages read it, with
 * 301 because their default is a passing 302, a map for nginx (`map $request_uri $moved { include …; }`), and directives
 * for Caddy. Addresses with a query are in the map only. Nothing is written for a site without old addresses.
 */
export function redirectFiles(site: Site): readonly OutputFile[] {
  const moves = site.oldAddresses.map(({ url, query, post }) => ({
    from: hrefTo(site, url),
    query,
    to: hrefTo(site, known(site.urlOf, post)),
  }));
  if (moves.length === 0) return [];
  const paths = moves.filter(({ query }) => query === undefined);
  const lines = paths.map(({ from, to }) => `${from} ${to} 301\n`);
  const directives = paths.map(({ from, to }) => `redir ${ofCaddy(from)} ${ofCaddy(to)} 301\n`);
  const map = moves.map(({ from, query = "", to }) => `${quoted(from + query)} ${quoted(to)};\n`);
  return [
    { path: "_redirects" as OutPath, body: lines.join(""), yields: true },
    { path: "redirects.nginx.map" as OutPath, body: map.join(""), yields: true },
    { path: "redirects.caddy" as OutPath, body: directives.join(""), yields: true },
  ];
}

/** A word of nginx: no variables, no end of the string. */
function quoted(text: string): string {
  return `"${text.replace(/["\\$]/g, encodeURIComponent)}"`;
}

/** A word of Caddy: no placeholder, no pattern, no end of the string. */
function ofCaddy(text: string): string {
  return `"${text.replace(/["\\{}]/g, encodeURIComponent).replaceAll("*", "%2A")}"`;
}
