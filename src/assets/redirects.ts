import type { OutPath, UrlPath } from "../model/brand.ts";
import type { OutputFile } from "../model/page.ts";
import type { Redirect, Site } from "../model/site.ts";
import { known } from "../text/known.ts";
import { hrefTo } from "../text/site-href.ts";

interface Move {
  readonly from: string;
  readonly query?: string;
  readonly to: string;
}

/**
 * Old addresses for servers that can redirect: `_redirects` as Netlify, Cloudflare Pages and GitLab Pages read it, a map
 * for nginx (`map $request_uri $moved { include …; }`), and directives for Caddy. Addresses with a query are in the map
 * only. Patterns are in files of their own, for servers ask them last. Nothing is written for a site without any.
 */
export function redirectFiles(site: Site): readonly OutputFile[] {
  const { moves, paths, patterns } = movesOf(site);
  return [
    file("_redirects", redirectLines(site)),
    file("redirects.nginx.map", moves.map(nginxMove)),
    file("redirects.missing.nginx.map", patterns.map(nginxPattern)),
    file("redirects.caddy", paths.map(caddyMove)),
    file("redirects.missing.caddy", patterns.map(caddyPattern)),
  ].flat();
}

/**
 * The lines of `_redirects`, with 301 because the hosts' default is a passing 302. Some patterns are not among them: above
 * something that stands, for Cloudflare Pages asks the rules first and would hide it; and what leads to `/:splat`, for
 * `/old//host.example` would lead to `//host.example`, which is another site.
 */
export function redirectLines(site: Site): readonly string[] {
  const { paths } = movesOf(site);
  const patterns = site.redirects.flatMap(({ url, to, isPattern, isAbove }) =>
    isPattern && !isAbove ? { from: `${hrefTo(site, url)}*`, to: hrefTo(site, to) } : [],
  );
  const isSafe = ({ to }: Move) => !to.startsWith("/:splat");
  return [...paths, ...patterns.filter(isSafe)].map(({ from, to }) => `${from} ${to} 301`);
}

function movesOf(site: Site) {
  const move = (url: UrlPath, query: string | undefined, to: UrlPath): Move => ({
    from: hrefTo(site, url),
    to: hrefTo(site, to),
    ...(query !== undefined && { query }),
  });
  const moves = [
    ...site.oldAddresses.map(({ url, query, post }) => move(url, query, known(site.urlOf, post))),
    ...site.redirects
      .filter(({ isPattern }) => !isPattern)
      .flatMap((one) => spellings(one).map((url) => move(url, one.query, one.to))),
  ];
  return {
    moves,
    paths: moves.filter(({ query }) => query === undefined),
    patterns: site.redirects.filter(({ isPattern }) => isPattern).map(({ url, to }) => move(url, undefined, to)),
  };
}

/** Where no page stands, no server adds the final slash of an address. */
function spellings({ url, hasPage, query }: Redirect): readonly UrlPath[] {
  const bare = url.replace(/(?<=.)\/$/, "") as UrlPath;
  return hasPage || query !== undefined || bare === url ? [url] : [url, bare];
}

function file(path: string, lines: readonly string[]): readonly OutputFile[] {
  return lines.length === 0 ? [] : [{ path: path as OutPath, body: `${lines.join("\n")}\n`, yields: true }];
}

/** A word of nginx: no variables, no end of the string. */
const nginxWord = (text: string) => `"${text.replace(/["\\$]/g, encodeURIComponent)}"`;

function nginxMove({ from, query = "", to }: Move): string {
  return `${nginxWord(from + query)} ${nginxWord(to)};`;
}

/** What the star stands for, without a final slash. It does not begin with one: `//host.example` is another site. */
const rest = "(?:[^?/\\x5c][^?]*?)?";

/** `$request_uri` is what the browser has sent, so that what the star stands for is encoded as it has to be. */
function nginxPattern({ from, to }: Move): string {
  const [before = "", ...behind] = to.split(":splat").map((part) => nginxWord(part).slice(1, -1));
  return `"~*^${regex(from)}(?<suanjing_rest>${rest})/?(?:\\?.*)?$" "${[before, ...behind].join("$suanjing_rest")}";`;
}

/** A word of Caddy: no placeholder, no pattern, no end of the string. */
const caddyWord = (text: string) => `"${text.replace(/["\\{}]/g, encodeURIComponent).replaceAll("*", "%2A")}"`;

function caddyMove({ from, to }: Move): string {
  return `redir ${caddyWord(from)} ${caddyWord(to)} 301`;
}

function caddyPattern({ from, to }: Move, index: number): string {
  const name = `missing${index}`;
  const [before = "", ...behind] = to.split(":splat").map((part) => caddyWord(part).slice(1, -1));
  const target = [before, ...behind].join(`{re.${name}.1}`);
  return `@${name} vars_regexp ${name} {http.request.orig_uri} "(?i)^${regex(from)}(${rest})/?(?:\\?.*)?$"\nredir @${name} "${target}" 301`;
}

/** The expression for a text, in a string of nginx or Caddy: none of its characters ends one. */
function regex(text: string): string {
  return text.replace(/["\\]/g, encodeURIComponent).replace(/[.*+?^${}()|[\]]/g, "\\$&");
}
