import type { UrlPath } from "../model/brand.ts";
import type { Citable } from "../model/citation.ts";
import type { OutputFile } from "../model/page.ts";
import type { Post } from "../model/post.ts";
import { toOutPath } from "../text/url-path.ts";
import { markdownUrl } from "./routes.ts";

/** A post as Markdown, for programs that read text: what it is in front matter, then what the author wrote. */
export function markdownTwin({ title, authors, day, url: address }: Citable, post: Post, url: UrlPath): OutputFile {
  const { updated, tags, license } = post.meta;
  const head = {
    title,
    ...(authors.length > 0 && { author: authors }),
    ...(day !== undefined && { date: day }),
    ...(updated && { updated: updated.day }),
    ...(tags.length > 0 && { tags }),
    ...(license !== undefined && { license }),
    url: address,
  };
  // JSON is YAML, and needs no other rules for quoting.
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
  return { path: toOutPath(markdownUrl(url)), body: `---\n${lines.join("")}---\n\n${post.markdown}\n` };
}
