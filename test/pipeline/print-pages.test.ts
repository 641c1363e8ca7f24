import { expect, it } from "vitest";
import type { OutPath, PostId } from "../../src/model/brand.ts";
import type { PagePlan } from "../../src/model/page.ts";
import type { PageOrder, PageResult, Pool, PostInput } from "../../src/model/ports.ts";
import { printPages } from "../../src/pipeline/print-pages.ts";

const plan = (out: string) => ({ kind: "post", post: `${out}-id`, out }) as unknown as PagePlan;

/** A pool that loses the bodies of some posts so many times, and remembers which posts it made again. */
function forgetful(times: number): { readonly pool: Pool; readonly made: PostInput[] } {
  const made: PostInput[] = [];
  const page = ({ plan: { out } }: PageOrder): PageResult =>
    out === "lost" && made.length < times
      ? { kind: "lost", post: "lost-id" as PostId }
      : { kind: "printed", key: "k", files: [{ path: out, body: "" }] };
  const pool = {
    async *map(job: string, inputs: Iterable<never>) {
      for (const input of inputs) {
        if (job === "post") made.push(input);
        yield { value: job === "post" ? {} : page(input), diagnostics: [] };
      }
    },
  } as unknown as Pool;
  return { pool, made };
}

async function printed(pool: Pool): Promise<readonly (OutPath | undefined)[]> {
  const inputOf = () => ({ path: "a.md" }) as unknown as PostInput;
  const outs: (OutPath | undefined)[] = [];
  for await (const { value } of printPages(["a", "lost", "b"].map(plan), { pool, known: new Map(), inputOf }))
    outs.push(value.page?.out);
  return outs;
}

it("a post that the store has lost is made again, and its pages come at the end", async () => {
  const { pool, made } = forgetful(1);
  expect(await printed(pool)).toEqual(["a", "b", "lost"]);
  expect(made).toEqual([{ path: "a.md", isLost: true }]);
});

it("a post that is lost again at once is a fault", async () => {
  await expect(printed(forgetful(2).pool)).rejects.toThrow("twice");
});
