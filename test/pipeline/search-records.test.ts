import { expect, it } from "vitest";
import type { PostId } from "../../src/model/brand.ts";
import type { Pool, PostInput, RecordOrder } from "../../src/model/ports.ts";
import type { Site } from "../../src/model/site.ts";
import { searchRecords } from "../../src/pipeline/search-records.ts";

const site = {
  posts: ["a", "lost", "b"].map((id) => ({ key: id, path: `${id}.md`, meta: { id } })),
} as unknown as Site;

/** A pool whose store has lost a record so many times, and that remembers which posts it made again. */
function forgetful(times: number): { readonly pool: Pool; readonly made: PostInput[] } {
  const made: PostInput[] = [];
  const record = ({ key }: RecordOrder) => (key === ("lost" as string) && made.length < times ? undefined : { key });
  const pool = {
    async *map(job: string, inputs: Iterable<never>) {
      for (const input of inputs) {
        if (job === "post") made.push(input);
        yield { value: job === "post" ? {} : record(input), diagnostics: [] };
      }
    },
  } as unknown as Pool;
  return { pool, made };
}

async function read(pool: Pool): Promise<readonly unknown[]> {
  const inputOf = (post: PostId) => ({ path: `${post}.md` }) as unknown as PostInput;
  const all: unknown[] = [];
  for await (const one of searchRecords(site, { pool, inputOf })) all.push(one);
  return all;
}

it("what the search takes from posts comes in the order of the site, and a post that is lost is made again", async () => {
  const { pool, made } = forgetful(1);
  expect(await read(pool)).toEqual([{ key: "a" }, { key: "lost" }, { key: "b" }]);
  expect(made).toEqual([{ path: "lost.md", isLost: true }]);
});

it("a post that is lost again at once is a fault", async () => {
  await expect(read(forgetful(2).pool)).rejects.toThrow("twice");
});
