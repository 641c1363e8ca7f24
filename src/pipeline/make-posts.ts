import type { PostId, SourcePath } from "../model/brand.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import type { Pool, PostInput } from "../model/ports.ts";
import type { PostSummary } from "../model/post.ts";
import type { SearchSize } from "../model/search.ts";
import type { Sources } from "../model/source.ts";
import { disagreements, lastNumberBefore, planContinuations } from "../site/continuations.ts";
import { known } from "../text/known.ts";
import type { Progress } from "./statistics.ts";

export interface PostsInput {
  /** Whether posts marked as drafts are published. */
  readonly drafts: boolean;
  readonly progress: Progress;
}

/** What is known of the posts once each is made by itself. */
export interface MadePosts {
  readonly summaries: readonly PostSummary[];
  /** Number of the last equation before each post that continues another one. */
  readonly afters: ReadonlyMap<SourcePath, number>;
  /** How much there is to find in each post; empty for a site without a search. */
  readonly sizes: ReadonlyMap<PostId, SearchSize>;
}

/** Makes every post: parses it and typesets it. */
export async function makePosts(sources: Sources, input: PostsInput, pool: Pool): Promise<Outcome<MadePosts>> {
  const sizes = new Map<PostId, SearchSize>();
  const round = { sources, input: { ...input, sizes }, pool, afters: new Map<SourcePath, number>() };
  const { value, diagnostics } = await continued(await summaries({ ...round, paths: sources.paths }), round);
  await pool.postsMade();
  return { value: { ...value, sizes }, diagnostics };
}

interface Round {
  readonly sources: Sources;
  readonly input: RoundInput;
  readonly pool: Pool;
  readonly afters: Map<SourcePath, number>;
}

interface RoundInput extends PostsInput {
  readonly sizes: Map<PostId, SearchSize>;
}

/**
 * Makes the posts again whose equations continue those of another post, one round for each link of the longest
 * chain, each with the number that it starts behind. What they said in an earlier round counts no more.
 */
async function continued(
  first: Outcome<readonly PostSummary[]>,
  round: Round,
): Promise<Outcome<Omit<MadePosts, "sizes">>> {
  const { afters } = round;
  const byPath = new Map(first.value.map((summary) => [summary.path, summary]));
  const plan = planContinuations(first.value);
  let diagnostics: readonly Diagnostic[] = [...first.diagnostics, ...plan.diagnostics];
  for (const paths of plan.value) {
    const before = [...byPath.values()];
    for (const path of paths) afters.set(path, lastNumberBefore(known(byPath, path), before));
    const again = await summaries({ ...round, paths });
    for (const summary of again.value) byPath.set(summary.path, summary);
    diagnostics = [
      ...diagnostics.filter(({ file, code }) => !paths.includes(file) || code === "post/equations"),
      ...again.diagnostics,
    ];
  }
  const value = [...byPath.values()];
  return { value: { summaries: value, afters }, diagnostics: [...diagnostics, ...disagreements(value)] };
}

/** Parses and typesets posts and keeps what the join needs. */
async function summaries({
  paths,
  sources,
  input: { drafts, progress, sizes },
  pool,
  afters,
}: Round & { readonly paths: readonly SourcePath[] }): Promise<Outcome<readonly PostSummary[]>> {
  const value: PostSummary[] = [];
  const diagnostics: Diagnostic[] = [];
  const inputs = function* (): Generator<PostInput, void> {
    for (const path of paths) {
      const opened = openPost(path, { sources, afters });
      diagnostics.push(...opened.diagnostics);
      if (opened.value) yield opened.value;
    }
  };
  for await (const outcome of pool.map("post", inputs())) {
    const { summary, search } = outcome.value;
    progress.post(outcome.value);
    if (summary?.meta.draft === true && !drafts) continue;
    if (summary) value.push(summary);
    if (summary && search) sizes.set(summary.meta.id, search);
    diagnostics.push(...outcome.diagnostics);
  }
  return { value, diagnostics };
}

/** What the job of a post is given. */
export function openPost(
  path: SourcePath,
  { sources, afters }: { readonly sources: Sources } & Pick<MadePosts, "afters">,
): Outcome<PostInput | undefined> {
  const { value, diagnostics } = sources.open(path);
  const after = afters.get(path);
  return { value: value && { ...value, ...(after !== undefined && { after }) }, diagnostics };
}
