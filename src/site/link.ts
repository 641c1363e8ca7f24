import type { WorkFile } from "../model/bibliography.ts";
import type { PostId, SeriesId, SourcePath, UrlPath } from "../model/brand.ts";
import type { CommentFile } from "../model/comments.ts";
import type { SiteConfig } from "../model/config.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import type { Taxonomy } from "../model/page.ts";
import type { PostSummary } from "../model/post.ts";
import type { ReaderData } from "../model/readers.ts";
import type { SeriesAbout } from "../model/series-info.ts";
import type { Linked } from "../model/site.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { findBacklinks } from "./backlinks.ts";
import { joinThreads, latestComments } from "./comments/threads.ts";
import { checkCitations, citedWorks } from "./bibliography.ts";
import { checkReferences } from "./equations.ts";
import { checkLinks } from "./internal-links.ts";
import { newestFirst } from "./order.ts";
import { allAddresses, oldAddresses } from "./old-addresses.ts";
import { readerAddresses } from "./reader-address.ts";
import { countReaders } from "./readers.ts";
import { findRelated } from "./related.ts";
import { addAbout } from "./series-about.ts";
import { groupSeries } from "./series.ts";
import { checkTitles, titleIndex } from "./titles.ts";
import { findUnknownCommands } from "./unknown-commands.ts";
import { collectTerms } from "./terms.ts";

export interface LinkInput {
  readonly config: SiteConfig;
  /** What is known about series besides their posts. */
  readonly about?: SeriesAbout | undefined;
  /** Files of archived comments, in order of their names. */
  readonly comments: readonly CommentFile[];
  /** What counts of readers there are besides front matter. */
  readonly readers: ReaderData;
  /** What posts can cite. */
  readonly bibliography?: WorkFile | undefined;
  /** Files that are copied to the site as they are. */
  readonly files: ReadonlySet<string>;
  /** Default: `findRelated`. */
  readonly related?: typeof findRelated | undefined;
  readonly routes: {
    readonly post: (post: PostSummary) => UrlPath;
    readonly series: (id: SeriesId) => UrlPath;
    readonly term: (taxonomy: Taxonomy, name: string) => UrlPath;
    /** Pages that do not depend on content, or the first of their pages. */
    readonly fixed: readonly UrlPath[];
  };
}

/**
 * Joins the posts to a site: order, series, tags and categories, reader counts, addresses. The only
 * step that sees all posts at once, and it sees only their summaries.
 */
export function link(summaries: readonly PostSummary[], input: LinkInput): Outcome<Linked> {
  const { config, about, bibliography, comments, routes, related = findRelated } = input;
  const unique = withoutDuplicates(newestFirst(summaries));
  const posts = unique.value;
  const series = groupSeries(posts, { urlOf: routes.series });
  const described = addAbout(series.value.series, about, posts);
  const urlOf = new Map(posts.map((post) => [post.meta.id, routes.post(post)]));
  const old = oldAddresses(posts, { patterns: config.oldPermalinks, urlOf });
  const base = {
    config,
    files: input.files,
    posts,
    titles: titleIndex(posts),
    works: citedWorks(posts, bibliography),
    byId: new Map(posts.map((post) => [post.meta.id, post])),
    byPath: new Map(posts.map(({ path, meta }): [SourcePath, PostId] => [path, meta.id])),
    urlOf,
    oldAddresses: old,
    addresses: allAddresses(urlOf, old),
    series: described.value,
    seriesOf: series.value.seriesOf,
    tags: collectTerms(
      posts,
      ({ tags }) => tags,
      (name) => routes.term("tags", name),
    ),
    categories: collectTerms(
      posts,
      ({ category }) => (category === undefined ? [] : [category]),
      (name) => routes.term("categories", name),
    ),
  };
  const threads = joinThreads(comments, base);
  const readers = readersOf(base, input);
  const site: Linked["site"] = {
    ...base,
    readers: readers.value,
    backlinks: findBacklinks(base),
    related: related(base),
    latestComments: latestComments(threads.value),
  };
  const problems = [
    ...checkLinks(site, threads.value),
    ...checkTitles(site),
    ...checkCitations(posts, bibliography),
    ...checkReferences(site),
    ...findUnknownCommands(posts, site.seriesOf),
    ...readers.diagnostics,
  ];
  return {
    value: { site, threads: threads.value },
    diagnostics: [
      ...unique.diagnostics,
      ...series.diagnostics,
      ...described.diagnostics,
      ...threads.diagnostics,
      ...problems,
    ],
  };
}

function readersOf(
  site: Omit<Linked["site"], "readers" | "backlinks" | "related" | "latestComments">,
  { readers, routes }: Pick<LinkInput, "readers" | "routes">,
): Outcome<Linked["site"]["readers"]> {
  const { posts, series, tags, categories, urlOf } = site;
  const pages = [...routes.fixed, ...[...series, ...tags, ...categories].map(({ url }) => url)];
  return countReaders({
    ...readers,
    posts,
    at: readerAddresses(site, pages),
    urls: [...urlOf.values()],
    series,
    seriesOf: site.seriesOf,
  });
}

/** Of two posts with one identity the older keeps it, because links to it are older too. */
function withoutDuplicates(posts: readonly PostSummary[]): Outcome<readonly PostSummary[]> {
  const owners = new Map<PostId, PostSummary>();
  const diagnostics: Diagnostic[] = [];
  for (const post of posts.toReversed()) {
    const owner = owners.get(post.meta.id);
    if (owner === undefined) {
      owners.set(post.meta.id, post);
      continue;
    }
    diagnostics.push(
      diagnostic(
        "site/duplicate-id",
        post.path,
        `“${post.meta.id}” is the id of ${owner.path} too; this post is left out`,
        {
          hint: "give it another id",
          related: [{ file: owner.path, message: "has the same id" }],
        },
      ),
    );
  }
  return { value: posts.filter((post) => owners.get(post.meta.id) === post), diagnostics };
}
