import type { PostId, SourcePath } from "../model/brand.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import type { Pool, PostInput } from "../model/ports.ts";
import type { PostSummary } from "../model/post.ts";
import type { SearchSize } from "../model/search.ts";
import type { SourceFile } from "../model/source.ts";
import { disagreements, lastNumberBefore, planContinuations } from "../site/continuations.ts";
import type { Progress } from "./statistics.ts";

export interface PostsInput {
  /** Whether posts marked as drafts are published. */
  readonly drafts: boolean;
  readonly progress: Progress;
}

/** What is known of the posts once each is made by itself. */
export interface MadePosts {
  readonly summaries: readonly PostSummary[];
  /** What each post was made from in the end. */
  readonly inputs: ReadonlyMap<SourcePath, PostInput>;
  /** How much there is to find in each post; empty for a site without a search. */
  readonly sizes: ReadonlyMap<PostId, SearchSize>;
}

/** Makes every post: parses it and typesets it. */
export async function makePosts(
  sources: readonly SourceFile[],
  input: PostsInput,
  pool: Pool,
): Promise<Outcome<MadePosts>> {
  const sizes = new Map<PostId, SearchSize>();
  const round = { sources, input: { ...input, sizes }, pool };
  const { value, diagnostics } = await continued(await summaries(sources, round.input, pool), round);
  return { value: { ...value, sizes }, diagnostics };
}

interface Round {
  readonly sources: readonly SourceFile[];
  readonly input: RoundInput;
  readonly pool: Pool;
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
  { sources, input, pool }: Round,
): Promise<Outcome<Omit<MadePosts, "sizes">>> {
  const inputs = new Map<SourcePath, PostInput>(sources.map((source) => [source.path, source]));
  const byPath = new Map(first.value.map((summary) => [summary.path, summary]));
  const plan = planContinuations(first.value);
  let diagnostics: readonly Diagnostic[] = [...first.diagnostics, ...plan.diagnostics];
  for (const paths of plan.value) {
    const again = sources.flatMap((source): readonly PostInput[] => {
      const summary = paths.includes(source.path) ? byPath.get(source.path) : undefined;
      return summary ? [{ ...source, after: lastNumberBefore(summary, [...byPath.values()]) }] : [];
    });
    for (const one of again) inputs.set(one.path, one);
    const round = await summaries(again, input, pool);
    for (const summary of round.value) byPath.set(summary.path, summary);
    diagnostics = [
      ...diagnostics.filter(({ file, code }) => !paths.includes(file) || code === "post/equations"),
      ...round.diagnostics,
    ];
  }
  const value = [...byPath.values()];
  return { value: { summaries: value, inputs }, diagnostics: [...diagnostics, ...disagreements(value)] };
}

/** Parses and typesets every post and keeps what the join needs. */
async function summaries(
  sources: readonly PostInput[],
  { drafts, progress, sizes }: RoundInput,
  pool: Pool,
): Promise<Outcome<readonly PostSummary[]>> {
  const value: PostSummary[] = [];
  const diagnostics: Diagnostic[] = [];
  for await (const outcome of pool.map("post", sources)) {
    const { summary, search } = outcome.value;
    progress.post(outcome.value);
    if (summary?.meta.draft === true && !drafts) continue;
    if (summary) value.push(summary);
    if (summary && search) sizes.set(summary.meta.id, search);
    diagnostics.push(...outcome.diagnostics);
  }
  return { value, diagnostics };
}
