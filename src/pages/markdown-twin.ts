import type { UrlPath } from "../model/brand.ts";
import type { Citable } from "../model/citation.ts";
import type { OutputFile } from "../model/page.ts";
import type { Post } from "../model/post.ts";
import { toOutPath } from "../text/url-path.ts";
import { markdownUrl } from "./routes.ts";

interface Twin {
  readonly url: UrlPath;
  /** The works that the text cites by their keys, as Markdown. */
  readonly references: string;
}

/**
 * A post as Markdown, for programs that read text: what it is in front matter, then what the author wrote, then what the
 * keys in it stand for.
 */
export function markdownTwin(
  { title, authors, day, url: address }: Citable,
  post: Post,
  { url, references }: Twin,
): OutputFile {
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
  return { path: toOutPath(markdownUrl(url)), body: `---\n${lines.join("")}---\n\n${post.markdown}\n${references}` };
}
