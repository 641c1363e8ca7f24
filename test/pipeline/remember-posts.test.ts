import { expect, it } from "vitest";
import type { ContentHash, SourcePath } from "../../src/model/brand.ts";
import type { JobTypes, Pool, PostInput } from "../../src/model/ports.ts";
import { rememberPosts } from "../../src/pipeline/remember-posts.ts";

const input = (path: string, hash: string, more: Partial<PostInput> = {}): PostInput => ({
  path: path as SourcePath,
  text: "",
  hash: hash as ContentHash,
  ...more,
});

/** A pool that notes which posts it makes. */
function noting() {
  const made: string[] = [];
  const pool: Pool = {
    async *map(_job: keyof JobTypes, inputs: Iterable<unknown>) {
      for (const { path, hash } of inputs as Iterable<PostInput>) {
        made.push(`${path} ${hash}`);
        yield { value: { hit: false, parseMs: 1, mathMs: 1 }, diagnostics: [{ message: hash }] } as never;
      }
    },
    share: async () => {},
    close: async () => {},
  };
  const remembering = rememberPosts(pool);
  return {
    made,
    run: async (...inputs: readonly PostInput[]) => {
      made.length = 0;
      const said: unknown[] = [];
      for await (const { diagnostics } of remembering.map("post", inputs))
        said.push(...diagnostics.map(({ message }) => message));
      return said;
    },
  };
}

it("makes a post again when its text or the number before it is another, or the store has lost it", async () => {
  const { made, run } = noting();
  expect(await run(input("a", "1"), input("b", "1"))).toEqual(["1", "1"]);
  expect(made).toEqual(["a 1", "b 1"]);
  expect(await run(input("a", "2"), input("b", "1"))).toEqual(["2", "1"]);
  expect(made).toEqual(["a 2"]);
  await run(input("a", "2"), input("b", "1", { after: 4 }));
  expect(made).toEqual(["b 1"]);
  await run(input("a", "2", { isLost: true }), input("b", "1", { after: 4 }));
  expect(made).toEqual(["a 2"]);
  expect(await run(input("a", "1"), input("b", "1"))).toEqual(["1", "1"]);
  expect(made).toEqual(["a 1"]);
});
