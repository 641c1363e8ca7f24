import type { ContentHash } from "../model/brand.ts";
import type { Outcome } from "../model/diagnostic.ts";
import type { JobName, JobTypes, Pool } from "../model/ports.ts";
import { rememberRelated } from "../site/related.ts";
import type { JoinInput } from "./join-posts.ts";
import { rememberData } from "./read-data.ts";

/** The parts of the join that give what they gave before as long as nothing has changed that they look at. */
export function rememberJoin(): Required<Pick<JoinInput, "related" | "reader">> {
  return { related: rememberRelated(), reader: rememberData() };
}

/**
 * A pool that makes a post or a note again only if it is not what it was the last time, and does not ask the store
 * either. It holds one result for each, so that it does not grow from build to build.
 */
export function rememberPosts(pool: Pool): Pool {
  const post = remembering("post", pool, {
    nameOf: ({ path, after }) => `${path}\0${after ?? ""}`,
    hashOf: ({ hash, isLost }) => (isLost === true ? undefined : hash),
    later: (result) => ({ ...result, hit: true, parseMs: 0, mathMs: 0 }),
  });
  const note = remembering("note", pool, {
    nameOf: (input) => input.note.name,
    hashOf: ({ file }) => file.hash,
    later: (result) => result,
  });
  const own = { post, note } as Partial<Record<JobName, unknown>>;
  return {
    ...pool,
    map: <Name extends JobName>(job: Name, inputs: Iterable<JobTypes[Name]["input"]>) =>
      job in own ? (own[job] as RunJobs<Name>)(inputs) : pool.map(job, inputs),
  };
}

type RunJobs<Name extends JobName> = (
  inputs: Iterable<JobTypes[Name]["input"]>,
) => AsyncIterable<Outcome<JobTypes[Name]["output"]>>;

interface Memory<Name extends JobName> {
  readonly nameOf: (input: JobTypes[Name]["input"]) => string;
  /** The same as long as the job makes the same; `undefined` if it must be done in any case. */
  readonly hashOf: (input: JobTypes[Name]["input"]) => ContentHash | undefined;
  /** What a result is when it is given a second time. */
  readonly later: (result: JobTypes[Name]["output"]) => JobTypes[Name]["output"];
}

function remembering<Name extends JobName>(
  job: Name,
  pool: Pool,
  { nameOf, hashOf, later }: Memory<Name>,
): RunJobs<Name> {
  const last = new Map<string, { readonly hash: ContentHash; readonly outcome: Outcome<JobTypes[Name]["output"]> }>();
  return async function* (inputs) {
    for (const input of inputs) {
      const name = nameOf(input);
      const hash = hashOf(input);
      const known = last.get(name);
      if (known && known.hash === hash) {
        yield known.outcome;
        continue;
      }
      for await (const outcome of pool.map(job, [input])) {
        if (hash !== undefined) last.set(name, { hash, outcome: { ...outcome, value: later(outcome.value) } });
        yield outcome;
      }
    }
  };
}
