import type { PostId, SeriesId } from "../model/brand.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { PostSummary } from "../model/post.ts";
import { diagnostic } from "../diagnostics/report.ts";

/** Says of commands that a post lacks in which other post of its series they are defined. */
export function findUnknownCommands(
  posts: readonly PostSummary[],
  seriesOf: ReadonlyMap<PostId, SeriesId>,
): readonly Diagnostic[] {
  return posts.flatMap((post) => {
    const series = seriesOf.get(post.meta.id);
    if (series === undefined) return [];
    return post.unknownCommands.flatMap(({ name, span }) => {
      const owner = posts.find((one) => seriesOf.get(one.meta.id) === series && one.macros.includes(name));
      if (!owner || post.macros.includes(name)) return [];
      const message = `${name} is defined in “${owner.meta.id}”, a post of the same series`;
      const hint = "macros belong to one post: define it here too, or in the settings of the site";
      return [diagnostic("math/command-elsewhere", post.path, message, { span, hint })];
    });
  });
}
