import type { SiteConfig } from "../../model/config.ts";
import type { ImportedSite } from "../../model/imported.ts";
import { redirectLines } from "../../pipeline/redirect-lines.ts";
import type { WantedFile } from "./settle.ts";

/** The file of old addresses of what is no post; none if the archive says nothing of them. */
export function redirectFile({ source, moved }: ImportedSite, config: SiteConfig): readonly WantedFile[] {
  const lines = redirectLines(moved, config);
  if (lines.length === 0) return [];
  const text = `# Old addresses of what is no post, and where they lead. Written by suanjing import ${source}.\n${lines.join("\n")}\n`;
  return [{ path: `content/data/redirects/${source}.txt`, bytes: new TextEncoder().encode(text) }];
}
