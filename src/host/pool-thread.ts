import { Worker } from "node:worker_threads";
import type { Outcome } from "../model/diagnostic.ts";
import type { JobInit, JobName } from "../model/ports.ts";
import type { Site } from "../model/site.ts";
import type { Loss } from "./job-fault.ts";
import type { Fault, Request, Response } from "./pool-protocol.ts";

/** How a job ended. */
export type End =
  | { readonly kind: "done"; readonly outcome: Outcome<unknown> }
  | { readonly kind: "fault"; readonly fault: Fault }
  | ({ readonly kind: "lost" } & Loss);

/** A job on its way through a thread. */
export interface Task {
  readonly id: number;
  readonly job: JobName;
  readonly input: unknown;
  readonly settle: (end: End) => void;
}

export interface ThreadOptions {
  readonly workerFile: string;
  readonly init: JobInit;
  readonly timeoutMs: number;
}

/** One worker after the other, of which each does what the one before it left. */
export interface Thread {
  /** Jobs that wait or are at work here. */
  readonly load: () => number;
  readonly push: (task: Task) => void;
  readonly share: (site: Site) => void;
  readonly close: () => Promise<void>;
}

/**
 * A post leaves much garbage and keeps little. V8 lets the old generation grow to four times of what is alive where the
 * limit is that of a whole program, and to less than twice with this one, which no post comes near.
 */
const heapSizes = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 1536 };
/** Limit for loading the program and the theme, which no post is to blame for. */
const startMs = 60_000;
/** A thread that was itself held up sees its timer before the answers that wait; they get this long. */
const graceMs = 250;

/**
 * A place for a worker. The worker starts with the first job; jobs are sent ahead, so that it never waits
 * for the main thread, and it answers them in order. If it dies or is at one job for too long, the job in
 * front is lost, and a fresh worker gets the site and the jobs behind it. A worker that dies before it is
 * ready is a fault of the program, not of a job.
 */
export function openThread({ workerFile, init, timeoutMs }: ThreadOptions): Thread {
  const tasks: Task[] = [];
  const ending = new Set<Promise<unknown>>();
  let worker: Worker | undefined;
  let isReady = false;
  let site: Site | undefined;
  let timer: NodeJS.Timeout | undefined;

  const send = (request: Request) => worker?.postMessage(request);
  const sendTask = ({ id, job, input }: Task) => send({ kind: "job", id, job, input });
  const watch = () => {
    clearTimeout(timer);
    if (!worker || (isReady && tasks.length === 0)) return;
    timer = setTimeout(() => (timer = setTimeout(() => lose({ how: "hung" }), graceMs)), isReady ? timeoutMs : startMs);
  };
  const start = () => {
    const own = new Worker(workerFile, {
      workerData: init,
      execArgv: [],
      resourceLimits: heapSizes,
    });
    worker = own;
    isReady = false;
    // The last words of a worker that was given up must not be taken for those of the next.
    own.on("message", (response: Response) => own === worker && receive(response));
    own.on("error", (error) => own === worker && lose({ how: "crashed", cause: error.message }));
    own.on("exit", () => own === worker && lose({ how: "crashed" }));
    if (site) send({ kind: "share", site });
    tasks.forEach(sendTask);
    watch();
  };
  const stop = () => {
    clearTimeout(timer);
    if (!worker) return;
    const end = worker.terminate().finally(() => ending.delete(end)) as Promise<unknown>;
    ending.add(end);
    worker = undefined;
  };
  const refuseAll = (text: string) =>
    tasks.splice(0).forEach(({ settle }) => settle({ kind: "fault", fault: { text } }));
  const receive = (response: Response) => {
    if (response.kind === "ready") isReady = true;
    else if (response.id === tasks[0]?.id) tasks.shift()?.settle(response);
    watch();
  };
  const lose = (loss: Loss) => {
    stop();
    if (!isReady) return refuseAll(`the worker did not start: ${loss.cause ?? loss.how}`);
    const lost = tasks.shift();
    if (tasks.length > 0) start();
    lost?.settle({ kind: "lost", ...loss });
  };

  return {
    load: () => tasks.length,
    push(task) {
      tasks.push(task);
      if (!worker) return start();
      sendTask(task);
      if (tasks.length === 1) watch();
    },
    share(value) {
      site = value;
      send({ kind: "share", site: value });
    },
    async close() {
      stop();
      refuseAll("the pool was closed");
      await Promise.all(ending);
    },
  };
}
