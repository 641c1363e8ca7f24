import type { Outcome } from "../model/diagnostic.ts";
import type { JobName, Jobs, JobTypes, Pool } from "../model/ports.ts";
import { nameFault } from "./job-fault.ts";

/** Runs jobs one after the other in this thread; exceptions of a job name its input. */
export function poolInline(jobs: Jobs): Pool {
  return {
    async *map<Name extends JobName>(name: Name, inputs: Iterable<JobTypes[Name]["input"]>) {
      const job = jobs[name] as (input: JobTypes[Name]["input"]) => Promise<Outcome<JobTypes[Name]["output"]>>;
      for (const input of inputs) {
        const run = async () => job(input);
        yield await run().catch((error: unknown) => {
          throw nameFault(error, name, input);
        });
      }
    },
    async postsMade() {},
    async share(site) {
      jobs.share(site);
    },
    async close() {},
  };
}
