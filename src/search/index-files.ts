import type { OutPath, PostId, UrlPath } from "../model/brand.ts";
import type { OutputFile } from "../model/page.ts";
import type { CataloguePost, SearchCatalogue, SearchRecord, SearchSize } from "../model/search.ts";
import type { Site } from "../model/site.ts";
import { known } from "../text/known.ts";
import { ByteReader, ByteWriter } from "../text/search/bytes.ts";
import { cutParts, joinShard } from "../text/search/postings.ts";
import { partCount, shardCountFor, shardFile } from "../text/search/shards.ts";
import { hrefTo } from "../text/site-href.ts";

export interface SearchOptions {
  readonly hash: (content: string | Uint8Array) => string;
  /** Words are found by Pagefind. */
  readonly hasPagefind?: boolean;
  /** Bytes of postings that are held at once. */
  readonly held?: number;
}

const indexFolder = "assets/search.";
const cataloguePath = "search/index.json" as OutPath;

/** Whether a path may be that of a file of the search, which are much work to make. */
export function isOfSearch(path: OutPath): boolean {
  return path === cataloguePath || path.startsWith(indexFolder);
}

/** What can be found of the posts of a site. */
export interface SearchContent {
  readonly sizes: ReadonlyMap<PostId, SearchSize>;
  /** In the order of the site; they may be read several times. */
  readonly records: () => AsyncIterable<SearchRecord>;
}

/** Postings that are held at once. Records are read again for the next ones. */
const heldBytes = 64_000_000;

/**
 * The files of the search, one after the other, so that nobody holds all of them: the catalogue at a fixed address, and the
 * index in a folder that is named after what it is made from, so that browsers may keep it for ever.
 */
export async function* searchFiles(
  site: Site,
  { sizes, records }: SearchContent,
  { hash, hasPagefind = false, held = heldBytes }: SearchOptions,
): AsyncGenerator<OutputFile, void> {
  const { search } = site.assets;
  if (!search) return;
  const bytes = site.posts.reduce((sum, { meta }) => sum + known(sizes, meta.id).bytes, 0);
  const shards = hasPagefind ? 0 : shardCountFor(bytes);
  const version = hash([shards, ...site.posts.map(({ key }) => key)].join("\n")).slice(0, 10);
  const folder = `${indexFolder}${version}`;
  const catalogue = catalogueOf(site, sizes, {
    folder: hrefTo(site, `/${folder}/` as UrlPath),
    ...(hasPagefind && { pagefind: hrefTo(site, "/pagefind/pagefind.js" as UrlPath) }),
    shards,
    katex: search.katex,
    macros: site.config.math.macros,
  });
  yield { path: cataloguePath, body: JSON.stringify(catalogue) };
  yield { path: `${folder}/formulas.txt` as OutPath, body: await formulaLines(records()) };
  const step = Math.ceil(shards / Math.ceil(bytes / held));
  for (let from = 0; from < shards; from += step) {
    const run = { from, to: Math.min(from + step, shards), parts: partCount / shards };
    for await (const [shard, body] of joinShards(records(), run))
      yield { path: `${folder}/${shardFile(shard)}` as OutPath, body };
  }
}

interface ShardRun {
  readonly from: number;
  readonly to: number;
  /** Parts in each file. */
  readonly parts: number;
}

/** Some files of the index, for which as much is kept of every post as they need. */
async function* joinShards(
  records: AsyncIterable<SearchRecord>,
  { from, to, parts }: ShardRun,
): AsyncGenerator<readonly [shard: number, body: Uint8Array]> {
  const posts: ByteReader[] = [];
  for await (const { postings } of records) posts.push(new ByteReader(cutParts(postings, from * parts, to * parts)));
  for (let shard = from; shard < to; shard += 1) yield [shard, joinShard(posts, parts)];
}

/** A line for each distinct formula: its normal form, a tab, and `post.place` of each post that has it, in base 36. */
async function formulaLines(records: AsyncIterable<SearchRecord>): Promise<Uint8Array> {
  const lines = new Map<string, string>();
  let post = 0;
  for await (const { formulas } of records) {
    for (const [, tex = "", place] of formulas.matchAll(/(.*)\t(.*)\n/g)) {
      const before = lines.get(tex);
      lines.set(tex, `${before === undefined ? "" : `${before} `}${post.toString(36)}.${place}`);
    }
    post += 1;
  }
  // Of a large archive these are a million lines, which would be there three times if they were joined to a text.
  const bytes = new ByteWriter();
  for (const [tex, places] of lines) bytes.utf8(`${tex}\t${places}\n`);
  return bytes.done();
}

function catalogueOf(
  site: Site,
  sizes: SearchContent["sizes"],
  head: Pick<SearchCatalogue, "folder" | "pagefind" | "shards" | "katex" | "macros">,
): SearchCatalogue {
  const series = new Map(site.series.map(({ id }, index) => [id, index]));
  const tagsOf = new Map<PostId, number[]>(site.posts.map(({ meta }) => [meta.id, []]));
  for (const [index, tag] of site.tags.entries()) for (const id of tag.posts) known(tagsOf, id).push(index);
  const posts = site.posts.map(({ meta, titleText }): CataloguePost => {
    const inSeries = site.seriesOf.get(meta.id);
    const place = inSeries === undefined ? undefined : series.get(inSeries);
    return {
      t: titleText,
      u: hrefTo(site, known(site.urlOf, meta.id)),
      ...(meta.date && { d: meta.date.day }),
      ...(meta.readers !== undefined && { r: meta.readers }),
      ...(place !== undefined && { s: place }),
      g: known(tagsOf, meta.id),
      n: known(sizes, meta.id).length,
    };
  });
  return { ...head, series: site.series.map(({ name }) => name), tags: site.tags.map(({ name }) => name), posts };
}
