import type { PostId, SourcePath } from "../model/brand.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { PostLink, PostSummary } from "../model/post.ts";
import type { Linked, Site } from "../model/site.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { decodeAddress } from "../text/decode-address.ts";
import { nearest } from "../text/edit-distance.ts";
import { toUrlPath } from "../text/url-path.ts";
import { findPlace, placesOf } from "./places.ts";

/** Where a link of a post leads. */
export type LinkTarget =
  /** `fragment` as written after `#`, decoded. */
  | { readonly kind: "post"; readonly post: PostId; readonly fragment?: string }
  /** A path of this site that is no post: a page, a file, or an address where nothing stands. */
  | { readonly kind: "path"; readonly path: string; readonly isPostAddress: boolean }
  /** An address that does not lead into this site, left as it is. */
  | { readonly kind: "other" };

/** Scheme and host. */
const origin = /^(?:https?:)?\/\/[^/?#]+/i;

type LinkedSite = Linked["site"];
type Threads = Linked["threads"];
type Addresses = Pick<Site, "config" | "addresses" | "byPath" | "files">;

/**
 * An address in the form in which addresses are compared: decoded, without `index.html` and final `/`, and without what
 * Typecho adds around the address of a post: `/index.php` before it, a page of comments behind it.
 */
export function normaliseAddress(address: string): string {
  return decodeAddress(address.replace(/[?#].*$/s, ""))
    .replace(/^\/index\.php(?=\/)/, "")
    .replace(/\/comment-page-\d+\/?$/, "")
    .replace(/\/(?:index\.html)?$/, "")
    .replace(/\.html$/, "");
}

/**
 * Resolves a link as an author writes it: `/archives/42#标题`, the same with an old host, or a file
 * beside the post (`../b.md`). Links with a scheme of their own, `mailto:`, are not among the links of posts.
 */
export function resolveLink(href: string, from: SourcePath, site: Addresses): LinkTarget {
  const { config, addresses, byPath, files } = site;
  const [address, fragment] = splitFragment(pathOf(href));
  const isHost = origin.test(href);
  const path = isHost && address === "" ? "/" : address;
  const post = path.startsWith("/")
    ? addresses.get(normaliseAddress(withoutBase(path, config.base)))
    : byPath.get(besides(from, path));
  if (post !== undefined) return { kind: "post", post, ...(fragment !== undefined && { fragment }) };
  const isFile = files.has(decodeAddress(withoutBase(path, config.base).replace(/^\/|[?].*$/gs, "")));
  const isPostAddress = !isFile && isPostPath(withoutBase(path, config.base), config.permalink);
  if (isHost) return isPostAddress ? { kind: "path", path, isPostAddress } : { kind: "other" };
  if (path.startsWith("/")) return { kind: "path", path: withoutBase(path, config.base), isPostAddress };
  const besidePost = besides(from, path);
  if (files.has(besidePost)) return { kind: "path", path: toUrlPath(besidePost), isPostAddress: false };
  return { kind: "path", path, isPostAddress: /\.(?:md|markdown)$/i.test(path) };
}

function splitFragment(href: string): [string, string?] {
  const hash = href.indexOf("#");
  return hash < 0 ? [href] : [href.slice(0, hash), decodeAddress(href.slice(hash + 1))];
}

function withoutBase(path: string, base: string): string {
  return base !== "/" && path.startsWith(base) ? path.slice(base.length - 1) : path;
}

function besides(from: SourcePath, path: string): SourcePath {
  const segments = from.split("/").slice(0, -1);
  for (const segment of decodeAddress(path.replace(/\?.*$/s, "")).split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "." && segment !== "") segments.push(segment);
  }
  return segments.join("/") as SourcePath;
}

/** Whether a path has the form of a post's address: the pattern up to `:id`, then one segment. */
function isPostPath(path: string, permalink: string): boolean {
  const prefix = permalink.slice(0, permalink.indexOf(":"));
  const address = normaliseAddress(path);
  return prefix !== "/" && address.startsWith(prefix) && /^[^/]+$/.test(address.slice(prefix.length));
}

/**
 * Reports links to posts that are not there and to headings that a post does not have: each missing place once a post,
 * however often and in whatever spelling the post names it.
 */
export function checkLinks(site: LinkedSite, threads: Threads): readonly Diagnostic[] {
  return site.posts.flatMap((post) => {
    const reported = new Set<string>();
    return post.links.flatMap((link) => {
      const target = resolveLink(link.href, post.path, site);
      const place = target.kind === "post" ? `${target.post}#${target.fragment}` : normaliseAddress(pathOf(link.href));
      if (reported.has(place)) return [];
      const found = checkLink(link, { target, post, site, threads });
      if (found.length > 0) reported.add(place);
      return found;
    });
  });
}

function pathOf(href: string): string {
  return href.replace(origin, "");
}

interface Checked {
  readonly target: LinkTarget;
  readonly post: PostSummary;
  readonly site: LinkedSite;
  readonly threads: Threads;
}

function checkLink(
  { href, span }: PostLink,
  { target, post: { path }, site, threads }: Checked,
): readonly Diagnostic[] {
  if (target.kind === "path" && target.isPostAddress) {
    const isOld = origin.test(href);
    const hint = isOld ? undefined : "an address of a post that is not in the archive";
    return [diagnostic("link/undefined-post", path, `there is no post at “${decodeAddress(href)}”`, { span, hint })];
  }
  if (target.kind !== "post" || target.fragment === undefined) return [];
  const comments = (threads.get(target.post) ?? []).map(({ id }) => `comment-${id}`);
  const ofComments = comments.length > 0 ? ["comments", ...comments] : [];
  if (findPlace(target.post, target.fragment, site) !== undefined || ofComments.includes(target.fragment)) return [];
  const near = nearest(target.fragment, [...placesOf(target.post, site), ...ofComments], 3);
  const hint = near === undefined ? undefined : `did you mean “#${near}”?`;
  const message = `“${decodeAddress(href)}”: the post has no place “#${target.fragment}”`;
  return [diagnostic("link/undefined-fragment", path, message, { span, hint })];
}
