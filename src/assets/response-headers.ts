import type { OutPath } from "../model/brand.ts";
import type { OutputFile } from "../model/page.ts";
import type { Site } from "../model/site.ts";
import { contentPolicy, type PolicyInput } from "./content-policy.ts";

export interface Header {
  readonly name: string;
  readonly value: string;
}

/** What browsers may do with hashed files: keep them for a year without asking. */
export const immutable = "public, max-age=31536000, immutable";
/** And with everything else: keep it, but ask each time whether it has changed. */
export const revalidate = "no-cache";

/** The headers of every answer, whoever serves the site. */
export function securityHeaders(input: PolicyInput): readonly Header[] {
  return [
    { name: "Content-Security-Policy", value: contentPolicy(input) },
    { name: "X-Content-Type-Options", value: "nosniff" },
    { name: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  ];
}

/** `_headers` as Cloudflare Pages and Netlify read it; they do not serve the file. */
export function headersFile({ config, assets }: Site): OutputFile {
  const always = securityHeaders({ config, scriptHashes: assets.scriptHashes ?? [] });
  const lines = always.map(({ name, value }) => `  ${name}: ${value}\n`).join("");
  const body = `${config.base}*\n${lines}${config.base}assets/*\n  Cache-Control: ${immutable}\n`;
  return { path: "_headers" as OutPath, body, yields: true };
}
