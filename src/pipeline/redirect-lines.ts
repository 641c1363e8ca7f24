import type { SiteConfig } from "../model/config.ts";
import type { Destination, MovedAddress } from "../model/imported.ts";
import { feedUrls, fixed, routes } from "../pages/routes.ts";
import { decodeAddress } from "../text/decode-address.ts";
import { toUrlPath } from "../text/url-path.ts";

/** The lines of a file in `data/redirects/` for what an archive says of its old addresses; one address comes once. */
export function redirectLines(
  moved: readonly MovedAddress[],
  config: Pick<SiteConfig, "permalink">,
): readonly string[] {
  const lines = new Map<string, string>();
  for (const { from, to } of moved) {
    const isPattern = from.endsWith("/*");
    const old = readable(toUrlPath(isPattern ? from.slice(0, -1) : from)) + (isPattern ? "*" : "");
    const target = addressOf(to, config) + (isPattern ? splatOf(to) : "");
    if (!lines.has(old) && old !== target) lines.set(old, `${old} ${target}`);
  }
  return [...lines.values()];
}

function addressOf(to: Destination, config: Pick<SiteConfig, "permalink">): string {
  switch (to.kind) {
    case "home":
    case "search":
      return fixed[to.kind];
    case "list":
      return fixed[to.of === "posts" ? "archive" : to.of];
    case "term":
      return readable(routes(config).term(to.taxonomy, to.name));
    case "feed":
      return feedUrls(fixed.home)[to.form];
    case "address":
      return readable(toUrlPath(to.address));
  }
}

/** Where the words of a search, or the rest of an address, go. */
function splatOf({ kind }: Destination): string {
  if (kind === "search") return "?q=:splat";
  return kind === "address" ? ":splat" : "";
}

/** Chinese as characters, everything that ASCII or white space means something else by as it is. */
function readable(url: string): string {
  return url.replace(/(?:%[89a-f][\da-f])+/gi, decodeAddress).replace(/\s/gu, encodeURIComponent);
}
