import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import type { RedirectRule } from "../model/redirects.ts";
import type { Linked, Redirect } from "../model/site.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { decodeAddress } from "../text/decode-address.ts";
import { pathTree } from "../text/path-tree.ts";
import { toOutPath } from "../text/url-path.ts";
import { normaliseAddress } from "./internal-links.ts";

/**
 * The old addresses that lead somewhere. What stands at an address goes before any rule, and the first rule before later
 * ones, as hosts have it. A rule may name an old address of a post; one that leads nowhere is reported and left out.
 *
 * @param standing every file that the site has without these addresses
 */
export function resolveRedirects(
  rules: readonly RedirectRule[],
  { addresses, urlOf }: Pick<Linked["site"], "addresses" | "urlOf">,
  standing: ReadonlySet<string>,
): Outcome<readonly Redirect[]> {
  const seen = new Set<string>();
  const tree = pathTree<true>();
  for (const path of standing) tree.add(path, true);
  const diagnostics: Diagnostic[] = [];
  const value = rules.flatMap(({ span, ...rule }): readonly Redirect[] => {
    const name = `${rule.url}${rule.query ?? ""}${rule.isPattern ? "*" : ""}`;
    const isTaken = !rule.isPattern && rule.query === undefined && standing.has(toOutPath(rule.url));
    if (isTaken || seen.has(name)) return [];
    const post = addresses.get(normaliseAddress(rule.to));
    const to = (post && urlOf.get(post)) ?? rule.to;
    if (!/:splat/.test(to.replace(/\?.*$/s, "")) && !stands(to, standing)) {
      const message = `nothing stands at “${decodeAddress(rule.to)}”, which ${decodeAddress(rule.url)} is to lead to`;
      diagnostics.push(diagnostic("redirects/nowhere", rule.file, message, { span }));
      return [];
    }
    seen.add(name);
    const out = toOutPath(rule.url);
    const hasPage = !rule.isPattern && rule.query === undefined && tree.at(out) === undefined;
    if (hasPage) tree.add(out, true);
    const below = out.replace(/index\.html$/, "");
    const isAbove = rule.isPattern && [...standing].some((path) => path.startsWith(below));
    return [{ ...rule, to, isAbove, hasPage }];
  });
  return { value, diagnostics };
}

function stands(to: string, standing: ReadonlySet<string>): boolean {
  const path = decodeAddress(to.replace(/[?#].*$/s, "")).slice(1);
  return standing.has(path === "" || path.endsWith("/") ? `${path}index.html` : path);
}
