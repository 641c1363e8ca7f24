import type { PostId } from "../model/brand.ts";
import type { Pool, PostInput, RecordOrder } from "../model/ports.ts";
import type { SearchRecord } from "../model/search.ts";
import type { Site } from "../model/site.ts";

export interface RecordsInput {
  readonly pool: Pool;
  /** What the job of a post was given. */
  readonly inputOf: (post: PostId) => PostInput;
}

/**
 * What the search index takes from the posts of a site, in their order, one after the other out of the store: all
 * of them together are larger than what else is known of an archive. A post that the store has lost is made again.
 */
export async function* searchRecords(site: Site, { pool, inputOf }: RecordsInput): AsyncGenerator<SearchRecord, void> {
  const left = [...site.posts];
  for await (const { value } of pool.map("record", site.posts.map(orderOf))) {
    const post = left.shift() as (typeof left)[number];
    yield value ?? (await madeAgain(orderOf(post), { ...inputOf(post.meta.id), isLost: true }, pool));
  }
}

function orderOf({ key, path }: RecordOrder): RecordOrder {
  return { key, path };
}

async function madeAgain(order: RecordOrder, input: PostInput, pool: Pool): Promise<SearchRecord> {
  // What the post says about itself is known.
  for await (const _again of pool.map("post", [input]));
  for await (const { value } of pool.map("record", [order])) if (value) return value;
  throw new Error(`the store has lost what the search takes from ${order.path} twice`);
}
