import type { SourcePath, UrlPath } from "../model/brand.ts";
import type { Site } from "../model/site.ts";
import { normaliseAddress, resolveLink } from "./internal-links.ts";
import type { AddressKind, ReaderInput } from "./reader-entries.ts";

/** Behind the address of a list that goes on. */
const laterPage = /\/page\/\d+$/;

/**
 * What the path of a count leads to, as links do: a post by its present or an old address, with or without the base
 * path of the site, or one of its other pages.
 */
export function readerAddresses(
  site: Pick<Site, "config" | "addresses" | "byPath" | "files">,
  pages: readonly UrlPath[],
): ReaderInput["at"] {
  const others = new Set(pages.map(normaliseAddress));
  return (path): AddressKind => {
    const target = resolveLink(path, "" as SourcePath, site);
    if (target.kind === "post") return target;
    const isPage = target.kind === "path" && others.has(normaliseAddress(target.path).replace(laterPage, ""));
    return { kind: isPage ? "page" : "nothing" };
  };
}
