import type { OutPath, UrlPath } from "../model/brand.ts";

/**
 * The URL path of an unencoded path such as `/tags/注意力`.
 *
 * Each segment is percent-encoded by RFC 3986 as UTF-8; letters, digits, `-._~`, `!$&'()*+,;=:@` stay. `%`
 * counts as a character of the path, so encoding twice encodes twice. Empty, `.` and `..` segments are left
 * out: no URL made here leads out of the site. The result ends with `/` unless its last segment has an
 * extension that begins with a letter (`/404.html`, but `/v0.2/`).
 */
export function toUrlPath(path: string): UrlPath {
  const segments = path.split("/").filter((segment) => !/^\.{0,2}$/.test(segment));
  const name = segments.at(-1);
  if (name === undefined) return "/" as UrlPath;
  const isFile = !path.endsWith("/") && /\.[a-z][a-z0-9]*$/i.test(name);
  return `/${segments.map(encodeSegment).join("/")}${isFile ? "" : "/"}` as UrlPath;
}

function encodeSegment(segment: string): string {
  // A lone surrogate has no UTF-8 form and would throw.
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, "\u{fffd}")).replace(
    /%(?:2[46BC]|3[ABD]|40)/g,
    decodeURIComponent,
  );
}

/** The file that answers a URL path: `/x/` → `x/index.html`, `/404.html` → `404.html`; percent-encoding is undone. */
export function toOutPath(url: UrlPath): OutPath {
  const path = decodeURIComponent(url.slice(1));
  return (path === "" || path.endsWith("/") ? `${path}index.html` : path) as OutPath;
}
