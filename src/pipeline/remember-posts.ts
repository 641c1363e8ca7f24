import type { Outcome } from "../model/diagnostic.ts";
import type { JobName, JobTypes, Pool, PostInput, PostResult } from "../model/ports.ts";
import { rememberRelated } from "../site/related.ts";
import type { JoinInput } from "./join-posts.ts";

/** The parts of the join that give what they gave before as long as nothing has changed that they look at. */
export function rememberJoin(): Required<Pick<JoinInput, "related">> {
  return { related: rememberRelated() };
}

interface Remembered {
  readonly input: PostInput;
  readonly outcome: Outcome<PostResult>;
}

/**
 * A pool that makes a post again only if it is not what it was the last time, and does not ask the store either. It
 * holds one result a post, so that it does not grow from build to build.
 */
export function rememberPosts(pool: Pool): Pool {
  const last = new Map<string, Remembered>();
  const keyOf = ({ path, after }: PostInput) => `${path}\0${after ?? ""}`;
  async function* posts(inputs: Iterable<PostInput>): AsyncGenerator<Outcome<PostResult>> {
    for (const input of inputs) {
      const known = last.get(keyOf(input));
      if (known?.input.hash === input.hash && input.isLost !== true) {
        yield known.outcome;
        continue;
      }
      for await (const outcome of pool.map("post", [input])) {
        const hit = { ...outcome.value, hit: true, parseMs: 0, mathMs: 0 };
        last.set(keyOf(input), { input, outcome: { ...outcome, value: hit } });
        yield outcome;
      }
    }
  }
  return {
    ...pool,
    map: <Name extends JobName>(job: Name, inputs: Iterable<JobTypes[Name]["input"]>) =>
      job === "post"
        ? (posts(inputs as Iterable<PostInput>) as unknown as ReturnType<typeof pool.map<Name>>)
        : pool.map(job, inputs),
  };
}
