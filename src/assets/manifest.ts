import type { OutPath } from "../model/brand.ts";
import type { OutputFile } from "../model/page.ts";
import type { Site } from "../model/site.ts";

/** What a device shows when a reader puts the site on its screen. */
export function manifest({ config, assets }: Site): OutputFile {
  const { title, description, language, base } = config;
  const body = {
    name: title,
    short_name: title,
    ...(description !== "" && { description }),
    lang: language,
    start_url: base,
    scope: base,
    display: "minimal-ui",
    ...(assets.favicon?.endsWith(".svg") === true && {
      icons: [{ src: assets.favicon, type: "image/svg+xml", sizes: "any" }],
    }),
  };
  return { path: "site.webmanifest" as OutPath, body: `${JSON.stringify(body, undefined, 2)}\n`, yields: true };
}
