import type { Work, WorkName } from "../model/bibliography.ts";
import type { Html } from "../model/brand.ts";
import type { Citable } from "../model/citation.ts";
import type { SitePost } from "../model/post.ts";
import type { Series, Site } from "../model/site.ts";
import type { MetaTag } from "../model/theme.ts";
import { isEastAsian } from "../text/bibliography/names.ts";
import { inlineJson } from "../text/inline-json.ts";
import { absoluteUrl } from "../text/site-href.ts";

interface HeadInput {
  readonly site: Site;
  readonly summary: SitePost;
  readonly citable: Citable;
  readonly series?: Series | undefined;
  /** What the post cites. */
  readonly works: readonly Work[];
}

/**
 * What reference managers and link previews read about a post. There is no `citation_journal_title`: it would make
 * Zotero take a post for an article of a journal.
 */
export function postMeta({ site, summary, citable }: HeadInput): readonly MetaTag[] {
  const { meta, description } = summary;
  const day = meta.date?.day.replaceAll("-", "/");
  return [
    { name: "z:itemType", content: "blogPost" },
    { name: "citation_title", content: citable.title },
    ...citable.authors.map((content): MetaTag => ({ name: "citation_author", content })),
    ...(day === undefined
      ? []
      : ["citation_publication_date", "citation_online_date"].map((name): MetaTag => ({ name, content: day }))),
    { name: "citation_language", content: citable.language },
    { name: "citation_public_url", content: citable.url },
    ...(description === "" ? [] : [{ name: "citation_abstract", content: description } as const]),
    ...(meta.tags.length === 0 ? [] : [{ name: "citation_keywords", content: meta.tags.join("; ") } as const]),
    { property: "og:type", content: "article" },
    { property: "og:site_name", content: site.config.title },
    { property: "og:title", content: citable.title },
    ...(description === "" ? [] : [{ property: "og:description", content: description } as const]),
    { property: "og:url", content: citable.url },
    { property: "og:locale", content: site.config.language.replace("-", "_") },
    ...(meta.date ? [{ property: "article:published_time", content: meta.date.instant } as const] : []),
    ...(meta.updated ? [{ property: "article:modified_time", content: meta.updated.instant } as const] : []),
    ...citable.authors.map((content): MetaTag => ({ property: "article:author", content })),
    ...(meta.category === undefined ? [] : [{ property: "article:section", content: meta.category } as const]),
    ...meta.tags.map((content): MetaTag => ({ property: "article:tag", content })),
  ];
}

/** The post as structured data of schema.org, part of its series if it is in one. */
export function postJsonLd({ site, summary, citable, series, works }: HeadInput): Html {
  const { meta, description, wordCount } = summary;
  const position = series ? series.entries.findIndex((one) => one.kind === "part" && one.post === meta.id) + 1 : 0;
  return inlineJson({
    "@context": "https://schema.org",
    "@type": "BlogPosting",
    headline: citable.title,
    ...(citable.authors.length > 0 && { author: citable.authors.map((name) => ({ "@type": "Person", name })) }),
    ...(meta.date && { datePublished: meta.date.instant }),
    ...(meta.updated && { dateModified: meta.updated.instant }),
    inLanguage: citable.language,
    url: citable.url,
    ...(description !== "" && { description }),
    ...(meta.tags.length > 0 && { keywords: meta.tags }),
    wordCount,
    license: meta.license ?? site.config.license.url,
    ...(works.length > 0 && { citation: works.map(workJsonLd) }),
    ...(series && {
      isPartOf: { "@type": "CreativeWorkSeries", name: series.name, url: absoluteUrl(site, series.url) },
      position,
    }),
  });
}

function workJsonLd({ title, authors, day, doi, url }: Work): object {
  const address = doi === undefined ? url : `https://doi.org/${doi}`;
  return {
    "@type": "CreativeWork",
    name: title,
    ...(authors.length > 0 && { author: authors.map(personJsonLd) }),
    ...(day !== undefined && { datePublished: day }),
    ...(address !== undefined && { url: address }),
  };
}

/** A name without a given one may be that of a body. */
function personJsonLd({ family, given }: WorkName): object {
  if (given === undefined) return { "@type": "Thing", name: family };
  return { "@type": "Person", name: isEastAsian(family) ? family + given : `${given} ${family}` };
}
