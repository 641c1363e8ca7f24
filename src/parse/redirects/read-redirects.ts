import type { UrlPath } from "../../model/brand.ts";
import type { Diagnostic, Outcome } from "../../model/diagnostic.ts";
import type { RedirectRule } from "../../model/redirects.ts";
import type { SourceFile } from "../../model/source.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { decodeAddress } from "../../text/decode-address.ts";
import { lineIndex } from "../../text/line-index.ts";
import { toUrlPath } from "../../text/url-path.ts";

/**
 * Reads files of old addresses: lines `from to`, in the syntax of `_redirects` that Netlify and Cloudflare Pages have. `#`
 * begins a comment; a third word may be the status 301, which all have. `from` may end with `/*`; `to` then has what the
 * star stands for at `:splat`. A line that is none of this is reported and left out.
 */
export function readRedirects(files: readonly SourceFile[]): Outcome<readonly RedirectRule[]> {
  const value: RedirectRule[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { path, text } of files) {
    const points = lineIndex(text);
    for (const { 0: line, index } of text.matchAll(/^[^\S\n]*[^\s#][^\n]*/gm)) {
      const span = { start: points.pointAt(index), end: points.pointAt(index + line.trimEnd().length) };
      const words = line.trim().split(/\s+/);
      const problem = problemOf(words);
      const [from = "", to = ""] = words;
      if (problem === undefined) value.push({ ...ruleOf(from, to), file: path, span });
      else diagnostics.push(diagnostic("redirects/invalid", path, problem, { span, hint: "write “/old/ /new/”" }));
    }
  }
  return { value, diagnostics };
}

function problemOf([from = "", to, status = "301", ...more]: readonly string[]): string | undefined {
  if (to === undefined) return `“${from}” has no address to lead to`;
  if (status !== "301" || more.length > 0) return "a line has two addresses, and nothing behind them but 301";
  const foreign = [from, to].find((one) => !/^\/(?![/\\])/.test(one));
  if (foreign !== undefined) return `“${foreign}” is no address of this site: it does not begin with one “/”`;
  if (/\*./.test(from) || /[^/]\*/.test(from)) return `in “${from}” a star is somewhere else than behind the last “/”`;
  if (/[?#]/.test(from) && from.endsWith("*")) return `“${from}” has a query and a star`;
  return undefined;
}

function ruleOf(from: string, to: string): Pick<RedirectRule, "url" | "query" | "isPattern" | "to"> {
  const isPattern = from.endsWith("/*");
  const [path = "", query] = from.replace(/\/\*$/, "/").split(/(\?[^#]*)/);
  return {
    url: toUrlPath(decodeAddress(path.replace(/#.*$/s, ""))),
    ...(query !== undefined && query !== "?" && { query }),
    isPattern,
    to: toAddress(to),
  };
}

/** An address with its path encoded; a query stays as it is written. What stands for the star has its own end. */
function toAddress(to: string): UrlPath {
  const path = to.replace(/[?#].*$/s, "");
  const rest = to.slice(path.length).replace(/[^!-~]+/gu, encodeURIComponent);
  return `${toUrlPath(decodeAddress(path)).replace(/:splat\/$/, ":splat")}${rest}` as UrlPath;
}
