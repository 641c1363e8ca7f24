import { expect, it } from "vitest";
import { sitemap } from "../../src/assets/sitemap.ts";
import { configSchema } from "../../src/config/schema.ts";
import type { UrlPath } from "../../src/model/brand.ts";
import type { Site } from "../../src/model/site.ts";

it("a sitemap that is too long is several files and an index", () => {
  const site = { config: configSchema.parse({ baseUrl: "https://example.org" }) } as unknown as Site;
  const entries = ["/a/", "/b/", "/c/"].map((url) => ({ url: url as UrlPath }));
  const files = sitemap(site, entries, 2).map(({ path, body }) => [
    path,
    [...String(body).matchAll(/<loc>([^<]*)/g)].map(([, loc]) => loc),
  ]);
  expect(files).toEqual([
    ["sitemap.xml", ["https://example.org/sitemap-1.xml", "https://example.org/sitemap-2.xml"]],
    ["sitemap-1.xml", ["https://example.org/a/", "https://example.org/b/"]],
    ["sitemap-2.xml", ["https://example.org/c/"]],
  ]);
});
