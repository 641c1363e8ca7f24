import type { SiteConfig } from "../model/config.ts";

/** What decides over the policy: what the site loads from elsewhere, and the scripts that stand in its pages. */
export interface PolicyInput {
  readonly config: Pick<SiteConfig, "comments" | "search">;
  /** SHA-256 in base64 of each script that stands in a page itself. */
  readonly scriptHashes: readonly string[];
}

type Directive = "script-src" | "style-src" | "connect-src" | "frame-src";

/** Where the client of Waline comes from. */
const walineClient = "https://unpkg.com";

/**
 * The Content-Security-Policy of the site. Scripts are its own files and those whose hash is given; a service for new
 * comments adds its hosts, and Pagefind the right to compile its WebAssembly.
 *
 * Styles in attributes are allowed because KaTeX writes the sizes of formulas there: no hash can name an attribute.
 * Pictures may come from any host by HTTPS, as posts may show them; they run nothing.
 */
export function contentPolicy({ config, scriptHashes }: PolicyInput): string {
  const more = hostsOf(config);
  const list = (name: Directive, ...values: readonly string[]) => [name, ...values, ...(more[name] ?? [])].join(" ");
  const wasm = config.search.engine === "pagefind" ? ["'wasm-unsafe-eval'"] : [];
  return [
    "default-src 'self'",
    list("script-src", "'self'", ...scriptHashes.map((hash) => `'sha256-${hash}'`), ...wasm),
    list("style-src", "'self'", "'unsafe-inline'"),
    "img-src 'self' https: data:",
    list("connect-src", "'self'"),
    list("frame-src", "'self'"),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join("; ");
}

function hostsOf({ comments: { live } }: PolicyInput["config"]): Partial<Record<Directive, readonly string[]>> {
  if (live?.kind === "giscus") {
    const host = ["https://giscus.app"];
    return { "script-src": host, "style-src": host, "frame-src": host };
  }
  if (live?.kind === "waline") {
    const client = [walineClient];
    return { "script-src": client, "style-src": client, "connect-src": [...client, new URL(live.server).origin] };
  }
  return {};
}
