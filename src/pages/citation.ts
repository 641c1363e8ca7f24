import type { UrlPath } from "../model/brand.ts";
import type { Citable } from "../model/citation.ts";
import type { OutputFile } from "../model/page.ts";
import type { SitePost } from "../model/post.ts";
import type { Series, Site } from "../model/site.ts";
import type { CitationForm } from "../model/theme.ts";
import { bibtex } from "../text/citation/bibtex.ts";
import { cslJson } from "../text/citation/csl-json.ts";
import { gbt7714 } from "../text/citation/gbt7714.ts";
import { citationLine } from "../text/citation/line.ts";
import { ris } from "../text/citation/ris.ts";
import { known } from "../text/known.ts";
import { toOutPath } from "../text/url-path.ts";
import { absoluteUrl, hrefTo } from "../text/site-href.ts";
import { summaryOf } from "./parts.ts";
import { citationUrl } from "./routes.ts";

/** Authors of a post; several names in front matter are joined by `、`. */
export function authorsOf({ meta }: SitePost): readonly string[] {
  return meta.author.split("、").filter((name) => name !== "");
}

/** What there is to cite about a post. */
export function citablePost(site: Site, summary: SitePost): Citable {
  const { meta, titleText, titlePieces } = summary;
  return {
    kind: "post",
    key: `${keyPrefix(site)}-${meta.id}`,
    title: titleText,
    titlePieces,
    authors: authorsOf(summary),
    ...(meta.date && { day: meta.date.day }),
    ...shared(site, known(site.urlOf, meta.id)),
  };
}

/** What there is to cite about a series: all its authors, the day of its newest part. */
export function citableSeries(site: Site, series: Series): Citable {
  const posts = series.posts.map((id) => summaryOf(site, id));
  const day = posts
    .flatMap(({ meta }) => meta.date?.day ?? [])
    .toSorted()
    .at(-1);
  return {
    kind: "series",
    key: `${keyPrefix(site)}-${series.id}`,
    title: series.name,
    titlePieces: [{ kind: "text", value: series.name }],
    authors: [...new Set(posts.flatMap(authorsOf))],
    ...(day !== undefined && { day }),
    ...shared(site, series.url),
  };
}

function shared(site: Site, url: UrlPath): Pick<Citable, "site" | "url" | "language"> {
  const { title, language } = site.config;
  return { site: title, url: absoluteUrl(site, url) ?? hrefTo(site, url), language };
}

function keyPrefix({ config }: Site): string {
  if (config.citation.prefix !== "") return config.citation.prefix;
  const host = /^https?:\/\/(?:www\.)?([^.:/]+)/.exec(config.baseUrl)?.[1];
  return host ?? "post";
}

/** All forms of a citation, the plain line first. */
export function citationForms(citable: Citable, url: UrlPath, site: Site): readonly CitationForm[] {
  const file = (name: keyof typeof files) => ({ download: hrefTo(site, citationUrl(url, files[name])) });
  return [
    { kind: "line", text: citationLine(citable) },
    { kind: "bibtex", text: bibtex(citable), ...file("bibtex") },
    { kind: "gbt", text: gbt7714(citable, site.config.citation.gbt) },
    { kind: "csl", text: cslJson(citable), ...file("csl") },
    { kind: "ris", text: ris(citable), ...file("ris") },
  ];
}

const files = { bibtex: "bib", csl: "json", ris: "ris" } as const;

/** Extensions of the files that reference managers read. */
export const citationExtensions: readonly string[] = Object.values(files);

/** The files that reference managers read, beside the page that they cite. */
export function citationFiles(citable: Citable, url: UrlPath): readonly OutputFile[] {
  const bodies = { bib: bibtex(citable), ris: ris(citable), json: cslJson(citable) };
  return Object.entries(bodies).map(([extension, body]) => ({
    path: toOutPath(citationUrl(url, extension)),
    body,
  }));
}
