import type { EntryPiece } from "../text/bibliography/gbt-entry.ts";
import type { Html } from "../model/brand.ts";
import type { Post } from "../model/post.ts";
import type { Site } from "../model/site.ts";
import type { BibliographyEntry } from "../model/theme.ts";
import { gbtEntry } from "../text/bibliography/gbt-entry.ts";
import { numberWorks } from "../text/bibliography/numbering.ts";
import { workAnchor } from "../text/citation-holes.ts";
import { escapeHtml } from "../text/escape.ts";

/** Where a citation stands on the page of its post. */
export function citationAnchor(index: number): string {
  return `cite:${index + 1}`;
}

/** The list of references of a post, in the order of its numbers. */
export function bibliographyOf({ citations }: Post, site: Site): readonly BibliographyEntry[] {
  const { gbt } = site.config.citation;
  return [...numberWorks(citations, site.works).values()].map(({ work, number, citations: places }) => ({
    id: workAnchor(work.key),
    number,
    key: work.key,
    text: gbtEntry(work, gbt)
      .map(({ text }) => text)
      .join(""),
    html: gbtEntry(work, gbt).map(pieceHtml).join("") as Html,
    places: places.map((index) => `#${citationAnchor(index)}`),
  }));
}

function pieceHtml({ text, href }: EntryPiece): string {
  return href === undefined ? escapeHtml(text) : `<a href="${escapeHtml(href)}" rel="noopener">${escapeHtml(text)}</a>`;
}

/** The list for programs without a stylesheet, such as readers of feeds; empty without citations. */
export function plainBibliography(post: Post, site: Site, title: string): Html {
  const entries = bibliographyOf(post, site);
  if (entries.length === 0) return "" as Html;
  const items = entries.map(({ html }) => `<li>${html}</li>`).join("");
  return `<h2>${escapeHtml(title)}</h2><ol>${items}</ol>` as Html;
}

/** The list as Markdown, by keys, which stand in the text. */
export function markdownBibliography(post: Post, site: Site, title: string): string {
  const entries = bibliographyOf(post, site);
  if (entries.length === 0) return "";
  return `\n## ${title}\n\n${entries.map(({ key, text }) => `- [@${key}] ${text}\n`).join("")}`;
}
