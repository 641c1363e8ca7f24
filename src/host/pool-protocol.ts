import type { MessagePort } from "node:worker_threads";
import type { Outcome } from "../model/diagnostic.ts";
import type { OutputFile } from "../model/page.ts";
import type { JobName, Jobs, PageResult } from "../model/ports.ts";
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
    const outcome = await run(input);
    const { value, buffers } = job === "page" ? encoded(outcome.value as PageResult) : { ...outcome, buffers: [] };
    // Fails too if the outcome is more than plain data.
    port.postMessage({ kind: "done", id, outcome: { ...outcome, value } } satisfies Response, buffers);
  } catch (error) {
    port.postMessage({ kind: "fault", id, fault: faultIn(error) } satisfies Response);
  }
}

/**
 * A page with the texts of its files as bytes, which change hands without being copied: pages are the bulk of what is
 * sent, and would fill the memory of the main thread with strings.
 */
function encoded(result: PageResult): { readonly value: PageResult; readonly buffers: ArrayBuffer[] } {
  if (result.kind !== "printed") return { value: result, buffers: [] };
  const buffers: ArrayBuffer[] = [];
  const files = result.files.map((file): OutputFile => {
    if (typeof file.body !== "string") return file;
    const body = new TextEncoder().encode(file.body);
    buffers.push(body.buffer);
    return { ...file, body };
  });
  return { value: { ...result, files }, buffers };
}

function faultIn(error: unknown): Fault {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return isUseError(error) ? { text, use: { message: error.message, hint: error.hint } } : { text };
}
