import { immutable, revalidate, securityHeaders } from "./response-headers.ts";
import type { ServerInput } from "./server-config.ts";

/** `vercel.json`: Vercel reads neither `_headers` nor `_redirects`; old addresses are their pages there. */
export function vercelConfig(input: ServerInput): string {
  const { base } = input.config;
  const headersOf = (pairs: Readonly<Record<string, string>>) =>
    Object.entries(pairs).map(([key, value]) => ({ key, value }));
  const always = Object.fromEntries(securityHeaders(input).map(({ name, value }) => [name, value]));
  const settings = {
    framework: null,
    buildCommand: "npm run build",
    outputDirectory: "dist",
    trailingSlash: true,
    headers: [
      { source: `${base}(.*)`, headers: headersOf({ ...always, "Cache-Control": revalidate }) },
      { source: `${base}assets/(.*)`, headers: headersOf({ "Cache-Control": immutable }) },
    ],
  };
  return `${JSON.stringify(settings, undefined, 2)}\n`;
}
