import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import type { JobDeps, JobInit, Pool } from "../model/ports.ts";
import { sha256 } from "../host/hash.ts";
import { openJobs } from "../host/open-jobs.ts";
import { poolInline } from "../host/pool-inline.ts";
import { poolThreads } from "../host/pool-threads.ts";
import { programVersion, workerFile } from "../host/program.ts";
import { parseOptions } from "../parse/options.ts";
import { makeJobs } from "../pipeline/make-jobs.ts";
import type { Project } from "./project.ts";

/** Posts from which on threads pay for their start. */
export const postsForThreads = 100;

export interface PoolOptions {
  readonly cache: boolean;
  /** Worker threads; 0 runs everything in this one. */
  readonly jobs?: number;
  /** To be made, by estimate. */
  readonly posts: number;
  readonly pictures: string;
  readonly citations: boolean;
  /** The world as jobs in this thread are to see it. Default: as it is. */
  readonly seenAs?: (deps: JobDeps) => JobDeps;
}

/** Opens the pool that makes the posts and prints the pages of a project: threads where they pay, or this thread. */
export async function openPool(
  project: Project,
  { jobs, cache, posts, pictures, citations, seenAs = (deps) => deps }: PoolOptions,
): Promise<Pool> {
  const parsing = parseOptions(project.config, citations);
  const count = jobs ?? (posts < postsForThreads ? 0 : defaultJobs());
  const init: JobInit = {
    options: parsing,
    themeFile: project.themeFile,
    imageFolders: [project.publicFolder, project.contentFolder],
    version: sha256(JSON.stringify([programVersion(), pictures, parsing])),
    ...(cache && { storeFolder: join(project.workFolder, "cache") }),
  };
  if (count === 0) return poolInline(makeJobs(seenAs(await openJobs(init))));
  if (cache) return poolThreads({ workerFile: workerFile(), count, init });
  // Threads share what they make through a folder; without a cache it lives as long as the build.
  const storeFolder = await mkdtemp(join(tmpdir(), "suanjing-"));
  const pool = poolThreads({ workerFile: workerFile(), count, init: { ...init, storeFolder } });
  return {
    ...pool,
    async close() {
      await pool.close();
      await rm(storeFolder, { recursive: true, force: true });
    },
  };
}

function defaultJobs(): number {
  const cores = availableParallelism();
  return cores === 1 ? 0 : Math.min(8, cores);
}
