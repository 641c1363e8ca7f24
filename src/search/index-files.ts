import type { OutPath, PostId, UrlPath } from "../model/brand.ts";
import type { OutputFile } from "../model/page.ts";
import type { CataloguePost, SearchCatalogue, SearchRecord } from "../model/search.ts";
import type { Site } from "../model/site.ts";
import { itemAt, known } from "../text/known.ts";
import { joinShard, partsOfPost } from "../text/search/postings.ts";
import { partCount, shardCountFor, shardFile } from "../text/search/shards.ts";
import { hrefTo } from "../text/site-href.ts";

export interface SearchOptions {
  readonly hash: (content: string | Uint8Array) => string;
  /** Words are found by Pagefind. */
  readonly hasPagefind?: boolean;
}

const indexFolder = "assets/search.";
const cataloguePath = "search/index.json" as OutPath;

/** Whether a path may be that of a file of the search, which are much work to make. */
export function isOfSearch(path: OutPath): boolean {
  return path === cataloguePath || path.startsWith(indexFolder);
}

/**
 * The files of the search, one after the other, so that nobody holds all of them: the catalogue at a fixed address, and the
 * index in a folder that is named after what it is made from, so that browsers may keep it for ever.
 */
export function* searchFiles(
  site: Site,
  records: ReadonlyMap<PostId, SearchRecord>,
  { hash, hasPagefind = false }: SearchOptions,
): Generator<OutputFile, void> {
  const { search } = site.assets;
  if (!search) return;
  const posts = site.posts.map(({ meta }) => known(records, meta.id));
  const shards = hasPagefind ? 0 : shardCountFor(posts.reduce((sum, { postings }) => sum + postings.length, 0));
  const version = hash([shards, ...site.posts.map(({ key }) => key)].join("\n")).slice(0, 10);
  const folder = `${indexFolder}${version}`;
  const catalogue = catalogueOf(site, posts, {
    folder: hrefTo(site, `/${folder}/` as UrlPath),
    ...(hasPagefind && { pagefind: hrefTo(site, "/pagefind/pagefind.js" as UrlPath) }),
    shards,
    katex: search.katex,
    macros: site.config.math.macros,
  });
  yield { path: cataloguePath, body: JSON.stringify(catalogue) };
  yield { path: `${folder}/formulas.txt` as OutPath, body: formulaLines(posts) };
  const parts = posts.map(({ postings }) => partsOfPost(postings));
  for (let shard = 0; shard < shards; shard += 1) {
    const steps = Array.from({ length: partCount / shards }, (_, step) => shard + step * shards);
    const body = joinShard(parts.map((ofPost) => steps.map((part) => itemAt(ofPost, part))));
    yield { path: `${folder}/${shardFile(shard)}` as OutPath, body };
  }
}

/** A line for each distinct formula: its normal form, a tab, and `post.place` of each post that has it, in base 36. */
function formulaLines(posts: readonly SearchRecord[]): string {
  const lines = new Map<string, string>();
  for (const [post, { formulas }] of posts.entries()) {
    for (const [, tex = "", place] of formulas.matchAll(/(.*)\t(.*)\n/g)) {
      const before = lines.get(tex);
      lines.set(tex, `${before === undefined ? "" : `${before} `}${post.toString(36)}.${place}`);
    }
  }
  return Array.from(lines, ([tex, places]) => `${tex}\t${places}\n`).join("");
}

function catalogueOf(
  site: Site,
  records: readonly SearchRecord[],
  head: Pick<SearchCatalogue, "folder" | "pagefind" | "shards" | "katex" | "macros">,
): SearchCatalogue {
  const series = new Map(site.series.map(({ id }, index) => [id, index]));
  const tagsOf = new Map<PostId, number[]>(site.posts.map(({ meta }) => [meta.id, []]));
  for (const [index, tag] of site.tags.entries()) for (const id of tag.posts) known(tagsOf, id).push(index);
  const posts = site.posts.map(({ meta, titleText }, index): CataloguePost => {
    const inSeries = site.seriesOf.get(meta.id);
    const place = inSeries === undefined ? undefined : series.get(inSeries);
    return {
      t: titleText,
      u: hrefTo(site, known(site.urlOf, meta.id)),
      ...(meta.date && { d: meta.date.day }),
      ...(meta.readers !== undefined && { r: meta.readers }),
      ...(place !== undefined && { s: place }),
      g: known(tagsOf, meta.id),
      n: itemAt(records, index).length,
    };
  });
  return { ...head, series: site.series.map(({ name }) => name), tags: site.tags.map(({ name }) => name), posts };
}
