import type { OutPath, UrlPath } from "../model/brand.ts";
import type { OutputFile } from "../model/page.ts";
import type { Site } from "../model/site.ts";
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
 * The lines of `_redirects`, with 301 because the hosts' default is a passing 302. A pattern above something that stands
 * is not among them: Cloudflare Pages asks the rules first, and would hide it.
 */
export function redirectLines(site: Site): readonly string[] {
  const { paths } = movesOf(site);
  const patterns = site.redirects.filter(({ isPattern, isAbove }) => isPattern && !isAbove);
  return [
    ...paths.map(({ from, to }) => `${from} ${to} 301`),
    ...patterns.map(({ url, to }) => `${hrefTo(site, url)}* ${hrefTo(site, to)} 301`),
  ];
}

function movesOf(site: Site) {
  const move = (url: UrlPath, query: string | undefined, to: UrlPath): Move => ({
    from: hrefTo(site, url),
    to: hrefTo(site, to),
    ...(query !== undefined && { query }),
  });
  const moves = [
    ...site.oldAddresses.map(({ url, query, post }) => move(url, query, known(site.urlOf, post))),
    ...site.redirects.filter(({ isPattern }) => !isPattern).map(({ url, query, to }) => move(url, query, to)),
  ];
  return {
    moves,
    paths: moves.filter(({ query }) => query === undefined),
    patterns: site.redirects.filter(({ isPattern }) => isPattern).map(({ url, to }) => move(url, undefined, to)),
  };
}

function file(path: string, lines: readonly string[]): readonly OutputFile[] {
  return lines.length === 0 ? [] : [{ path: path as OutPath, body: `${lines.join("\n")}\n`, yields: true }];
}

/** A word of nginx: no variables, no end of the string. */
const nginxWord = (text: string) => `"${text.replace(/["\\$]/g, encodeURIComponent)}"`;

function nginxMove({ from, query = "", to }: Move): string {
  return `${nginxWord(from + query)} ${nginxWord(to)};`;
}

/** `$request_uri` is what the browser has sent, so that what the star stands for is encoded as it has to be. */
function nginxPattern({ from, to }: Move): string {
  const [before = "", ...behind] = to.split(":splat").map((part) => nginxWord(part).slice(1, -1));
  return `"~*^${regex(from)}(?<suanjing_rest>[^?]*?)/?(?:\\?.*)?$" "${[before, ...behind].join("$suanjing_rest")}";`;
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
  return `@${name} vars_regexp ${name} {http.request.orig_uri} "(?i)^${regex(from)}([^?]*?)/?(?:\\?.*)?$"\nredir @${name} "${target}" 301`;
}

/** The expression for a text, in a string of nginx or Caddy: none of its characters ends one. */
function regex(text: string): string {
  return text.replace(/["\\]/g, encodeURIComponent).replace(/[.*+?^${}()|[\]]/g, "\\$&");
}
