import type { Outcome } from "../model/diagnostic.ts";
import type { JobInit, JobName, JobTypes, Pool } from "../model/ports.ts";
import type { Site } from "../model/site.ts";
import { faultOf, lostOutcome } from "./job-fault.ts";
import { openThread, type End, type Task } from "./pool-thread.ts";
import { useError } from "./use-error.ts";

export interface ThreadsOptions {
  /** Bundled entry of a worker: a worker cannot start from TypeScript. */
  readonly workerFile: string;
  readonly count: number;
  readonly init: JobInit;
  /** A job that takes longer is given up. Default 30 s. */
  readonly timeoutMs?: number;
}

/** Jobs that a thread has at once: one at work, one so that it need not wait for the next. */
const jobsAhead = 2;
/** Results a thread that may wait for a slower one before them; bounds memory. */
const resultsAhead = 4;

/**
 * Runs jobs in worker threads. Results come in the order of the inputs, and only a few are in flight, so
 * that memory does not grow with the archive. A worker that dies or hangs becomes a diagnostic on the
 * input it had, and is replaced. An exception of a job is thrown here, as it would be without threads.
 */
export function poolThreads({ workerFile, count, init, timeoutMs = 30_000 }: ThreadsOptions): Pool {
  const threads = Array.from({ length: Math.max(1, count) }, () => openThread({ workerFile, init, timeoutMs }));
  let waiting: Task[] = [];
  let site: Site | undefined;
  let ids = 0;

  const dispatch = () => {
    while (waiting.length > 0) {
      const thread = threads.reduce((best, one) => (one.load() < best.load() ? one : best));
      const next = thread.load() < jobsAhead ? waiting.shift() : undefined;
      if (!next) return;
      thread.push(next);
    }
  };
  const begin = (job: JobName, input: unknown): { readonly task: Task; readonly end: Promise<End> } => {
    let settle: Task["settle"] = () => {};
    const end = new Promise<End>((resolve) => {
      settle = (value) => {
        resolve(value);
        dispatch();
      };
    });
    const task = { id: (ids += 1), job, input, settle };
    waiting.push(task);
    dispatch();
    return { task, end };
  };

  return {
    async *map<Name extends JobName>(job: Name, inputs: Iterable<JobTypes[Name]["input"]>) {
      const begun: { readonly input: JobTypes[Name]["input"]; readonly task: Task; readonly end: Promise<End> }[] = [];
      const first = async () => {
        const next = begun.shift();
        if (!next) throw new Error("no job was begun");
        return outcomeOf(job, next.input, await next.end, site);
      };
      try {
        for (const input of inputs) {
          begun.push({ input, ...begin(job, input) });
          if (begun.length >= threads.length * resultsAhead) yield await first();
        }
        while (begun.length > 0) yield await first();
      } finally {
        // Whoever stops reading results needs no more of them.
        const dropped = new Set(begun.map(({ task }) => task));
        waiting = waiting.filter((task) => !dropped.has(task));
      }
    },
    async postsMade() {
      // Those that go on begin anew: what the posts have left in their memory is larger than what pages need.
      await Promise.all(threads.map((thread) => thread.close()));
      threads.splice(Math.ceil(threads.length / 2));
    },
    async share(value) {
      site = value;
      for (const thread of threads) thread.share(value);
    },
    async close() {
      const left = waiting;
      waiting = [];
      for (const task of left) task.settle({ kind: "fault", fault: { text: "the pool was closed" } });
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

function outcomeOf<Name extends JobName>(
  job: Name,
  input: JobTypes[Name]["input"],
  end: End,
  site: Site | undefined,
): Outcome<JobTypes[Name]["output"]> {
  if (end.kind === "lost") return lostOutcome(job, input, end, site);
  if (end.kind === "done") return end.outcome as Outcome<JobTypes[Name]["output"]>;
  const { text, use } = end.fault;
  throw use ? useError(use.message, use.hint) : faultOf(text, job, input);
}
