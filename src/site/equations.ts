import type { PostId } from "../model/brand.ts";
import type { Diagnostic, Related } from "../model/diagnostic.ts";
import type { EquationTarget, PostReference, SitePost } from "../model/post.ts";
import type { JoinedSite, Site } from "../model/site.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { nearest } from "../text/edit-distance.ts";

/** An equation of a post. */
export interface FoundEquation {
  readonly post: SitePost;
  readonly target: EquationTarget;
}

/** The equation of another post that `\eqref{9812#eq:a}` names. */
export function findEquation({ post, label }: PostReference, { byId }: Pick<Site, "byId">): FoundEquation | undefined {
  const summary = post === undefined ? undefined : byId.get(post as PostId);
  const target = summary?.labels.find((one) => one.label === label);
  return summary && target && { post: summary, target };
}

/** The equation that has an identifier, for links with empty text to `/archives/9812#eq:a`. */
export function equationAt(id: PostId, fragment: string, { byId }: Pick<Site, "byId">): EquationTarget | undefined {
  return byId.get(id)?.labels.find((one) => one.id === fragment);
}

/** Reports references that neither their own post nor the post they name can resolve. */
export function checkReferences(site: Pick<JoinedSite, "posts" | "byId">): readonly Diagnostic[] {
  const owners = labelOwners(site.posts);
  return site.posts.flatMap((post) =>
    post.references.flatMap((reference) => {
      if (reference.post === undefined) return [undefinedLabel(reference, post, owners)];
      return findEquation(reference, site) ? [] : [undefinedElsewhere(reference, post, site)];
    }),
  );
}

function labelOwners(posts: readonly SitePost[]): ReadonlyMap<string, readonly SitePost[]> {
  const owners = new Map<string, SitePost[]>();
  for (const post of posts) {
    for (const { label } of post.labels) owners.set(label, [...(owners.get(label) ?? []), post]);
  }
  return owners;
}

/** Other posts that are named at most. */
const namedOwners = 3;

function undefinedLabel(
  { label, span, suggestion, kind }: PostReference,
  { path }: SitePost,
  owners: ReadonlyMap<string, readonly SitePost[]>,
): Diagnostic {
  const others = (owners.get(label) ?? []).slice(0, namedOwners);
  const [first] = others;
  const elsewhere = first && `for the one of ${first.path} write \\${kind}{${first.meta.id}#${label}}`;
  const hint = suggestion === undefined ? elsewhere : `did you mean “${suggestion}”?`;
  const related = others.map((post): Related => ({ file: post.path, message: `has a label “${label}”` }));
  const message = `no numbered formula of the post is labelled “${label}”`;
  return diagnostic("math/undefined-reference", path, message, { span, hint, ...(first && { related }) });
}

function undefinedElsewhere(
  { post: id = "", label, span }: PostReference,
  { path }: SitePost,
  { byId }: Pick<Site, "byId">,
): Diagnostic {
  const post = byId.get(id as PostId);
  const labels = post?.labels.map((one) => one.label) ?? [];
  const known = post ? nearest(label, labels, 3) : nearest(id, [...byId.keys()], 2);
  const hint = known === undefined ? undefined : `did you mean “${known}”?`;
  const message = post ? `no formula of post “${id}” is labelled “${label}”` : `there is no post “${id}”`;
  return diagnostic("math/undefined-reference", path, message, { span, hint });
}
