import type { MessagePort } from "node:worker_threads";
import type { Outcome } from "../model/diagnostic.ts";
import type { JobName, Jobs } from "../model/ports.ts";
import type { Site } from "../model/site.ts";
import { isUseError } from "./use-error.ts";

/** What the pool sends to a worker. */
export type Request =
  | { readonly kind: "job"; readonly id: number; readonly job: JobName; readonly input: unknown }
  | { readonly kind: "share"; readonly site: Site };

/** An exception as text; `use` when it was a use error, such as a full disk. */
export interface Fault {
  readonly text: string;
  readonly use?: { readonly message: string; readonly hint: string | undefined };
}

/** What a worker says: once that it is ready, then one answer a job, in the order of the jobs. */
export type Response =
  | { readonly kind: "ready" }
  | { readonly kind: "done"; readonly id: number; readonly outcome: Outcome<unknown> }
  | { readonly kind: "fault"; readonly id: number; readonly fault: Fault };

/** Answers requests one after the other, in a worker. */
export function serveJobs(port: MessagePort, jobs: Jobs): void {
  let queue: Promise<void> = Promise.resolve();
  port.on("message", (request: Request) => {
    queue = queue.then(() => serve(port, request, jobs));
  });
  port.postMessage({ kind: "ready" } satisfies Response);
}

async function serve(port: MessagePort, request: Request, jobs: Jobs): Promise<void> {
  if (request.kind === "share") return jobs.share(request.site);
  const { id, job, input } = request;
  try {
    const run = jobs[job] as (input: unknown) => Promise<Outcome<unknown>>;
    // Fails too if the outcome is more than plain data.
    port.postMessage({ kind: "done", id, outcome: await run(input) } satisfies Response);
  } catch (error) {
    port.postMessage({ kind: "fault", id, fault: faultIn(error) } satisfies Response);
  }
}

function faultIn(error: unknown): Fault {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return isUseError(error) ? { text, use: { message: error.message, hint: error.hint } } : { text };
}
