import type { OutPath, PostId } from "../model/brand.ts";
import type { Outcome } from "../model/diagnostic.ts";
import type { Batch, PagePlan, PrintedPage } from "../model/page.ts";
import type { PageResult, Pool, PostInput } from "../model/ports.ts";
import { itemAt } from "../text/known.ts";

export interface Printing {
  readonly pool: Pool;
  /** Pages of the last build whose files are still there, by their path. */
  readonly known: ReadonlyMap<OutPath, PrintedPage>;
  /** What the job of a post was given. */
  readonly inputOf: (post: PostId) => PostInput;
}

/**
 * Prints pages, each by itself, in their order; those that are known already are only named. A post that the store
 * has lost meanwhile is made again, and its pages come at the end.
 */
export async function* printPages(plans: readonly PagePlan[], printing: Printing): AsyncGenerator<Outcome<Batch>> {
  const lost = new Map<PagePlan, PostId>();
  yield* printAll(plans, printing, (plan, post) => lost.set(plan, post));
  if (lost.size === 0) return;
  const again = [...new Set(lost.values())].map((post): PostInput => ({ ...printing.inputOf(post), isLost: true }));
  // What the posts say about themselves is known.
  for await (const _again of printing.pool.map("post", again));
  yield* printAll([...lost.keys()], printing, (_plan, post) => {
    throw new Error(`the store has lost the post “${post}” twice`);
  });
}

async function* printAll(
  plans: readonly PagePlan[],
  { pool, known }: Printing,
  onLost: (plan: PagePlan, post: PostId) => void,
): AsyncGenerator<Outcome<Batch>> {
  let index = 0;
  const orders = plans.map((plan) => ({ plan, known: known.get(plan.out)?.key }));
  for await (const { value, diagnostics } of pool.map("page", orders)) {
    const { plan } = itemAt(orders, index);
    index += 1;
    if (value.kind === "lost") onLost(plan, value.post);
    else yield { value: batchOf(plan, value, known), diagnostics };
  }
}

function batchOf(
  { out }: PagePlan,
  result: Exclude<PageResult, { kind: "lost" }>,
  known: ReadonlyMap<OutPath, PrintedPage>,
): Batch {
  if (result.kind === "printed") {
    const { key, files } = result;
    return { files, page: { out, key, paths: files.map(({ path }) => path), isKept: false } };
  }
  const page = known.get(out);
  return { files: [], ...(page && { page: { ...page, isKept: true } }) };
}
