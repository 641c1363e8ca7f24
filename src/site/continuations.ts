import type { SourcePath } from "../model/brand.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import type { PostSummary } from "../model/post.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { nearest } from "../text/edit-distance.ts";

/**
 * Which posts continue the numbers of others (`equations: {continue: id}`): those of the first list continue posts
 * that stand by themselves, those of the second continue posts of the first, and so on. Posts in a circle, and those
 * that continue a post that is not there, are reported and count by themselves.
 */
export function planContinuations(posts: readonly PostSummary[]): Outcome<readonly (readonly SourcePath[])[]> {
  const byId = new Map(posts.map((post) => [String(post.meta.id), post]));
  const diagnostics: Diagnostic[] = [];
  const rounds: SourcePath[][] = [];
  for (const post of posts) {
    const chain = chainOf(post, byId);
    if (chain.kind === "missing") diagnostics.push(missing(post, chain.id, [...byId.keys()]));
    if (chain.kind === "circle") diagnostics.push(circle(post));
    if (chain.kind !== "chain" || chain.length === 0) continue;
    for (let round = rounds.length; round < chain.length; round += 1) rounds.push([]);
    rounds[chain.length - 1]?.push(post.path);
  }
  return { value: rounds, diagnostics };
}

type Chain =
  | { readonly kind: "chain"; readonly length: number }
  | { readonly kind: "missing"; readonly id: string }
  | { readonly kind: "circle" };

/** How many posts stand before a post; a fault further up is the fault of the post there, which counts by itself. */
function chainOf(post: PostSummary, byId: ReadonlyMap<string, PostSummary>): Chain {
  const seen = new Set<PostSummary>([post]);
  let length = 0;
  for (let at: PostSummary = post; at.meta.equations?.continue !== undefined; length += 1) {
    const id = at.meta.equations.continue;
    const before = byId.get(id);
    if (!before) return length === 0 ? { kind: "missing", id } : { kind: "chain", length };
    if (before === post) return { kind: "circle" };
    if (seen.has(before)) return { kind: "chain", length: length + 1 };
    seen.add(before);
    at = before;
  }
  return { kind: "chain", length };
}

/** The counter of equations at the end of the post that a post continues, which is among these. */
export function lastNumberBefore({ meta }: PostSummary, posts: readonly PostSummary[]): number {
  return Number(posts.find((post) => String(post.meta.id) === meta.equations?.continue)?.lastNumber);
}

/** Posts that say both where they start and which post they continue must say the same with both. */
export function disagreements(posts: readonly PostSummary[]): readonly Diagnostic[] {
  const ids = new Set(posts.map(({ meta }) => String(meta.id)));
  return posts.flatMap((post) => {
    const { start, continue: id } = post.meta.equations ?? {};
    if (start === undefined || id === undefined || !ids.has(id)) return [];
    const next = lastNumberBefore(post, posts) + 1;
    if (next === start) return [];
    const message = `the equations start at ${start}, but “${id}” ends with ${next - 1}`;
    return [diagnostic("post/equations", post.path, message, { hint: "leave start out" })];
  });
}

function missing({ path }: PostSummary, id: string, ids: readonly string[]): Diagnostic {
  const known = nearest(id, ids, 2);
  const hint = known === undefined ? undefined : `did you mean “${known}”?`;
  return diagnostic("post/equations", path, `there is no post “${id}” whose equations could be continued`, { hint });
}

function circle({ path, meta }: PostSummary): Diagnostic {
  const message = `the equations continue those of “${String(meta.equations?.continue)}”, which continue these`;
  return diagnostic("post/equations", path, message, { hint: "let one of the posts start by itself" });
}
