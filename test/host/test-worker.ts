import { join } from "node:path";
import { build } from "esbuild";

/**
 * Jobs for tests of pools: what a post does stands in its text. `exit`, `later` and `hang` end or block the
 * worker, `fault` and `use` throw, `slow` takes a while; the answer to all others tells the input, the site
 * and the number of jobs that this worker has seen; the key of a page names the thread.
 */
const jobsSource = `
  import { threadId } from "node:worker_threads";
  import { useError } from "./use-error.ts";
  let site;
  export const jobs = {
    share: (value) => { site = value; },
    post: async ({ path, text }) => {
      if (text === "exit") process.exit(1);
      if (text === "later") { setTimeout(() => { throw new Error("late"); }); await new Promise(() => {}); }
      if (text === "hang") for (;;);
      if (text === "fault") throw new TypeError("x is not a function");
      if (text === "use") throw useError("the disk is full", "free some space");
      if (text === "unclonable") return { value: () => {}, diagnostics: [] };
      if (text === "slow") await new Promise((resolve) => setTimeout(resolve, 60));
      return { value: { hit: false, parseMs: path.length, mathMs: site?.posts.length ?? -1 }, diagnostics: [] };
    },
    page: async ({ plan }) => plan.out === "exit" ? process.exit(1) : { value: { kind: "printed", key: String(threadId), files: [{ path: plan.out, body: plan.url }] }, diagnostics: [] },
  };
`;

const host = join(import.meta.dirname, "../../src/host");

async function bundle(source: string, outfile: string): Promise<string> {
  await build({
    stdin: { contents: source, resolveDir: host, loader: "js" },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
  });
  return outfile;
}

/** Bundles a worker that serves these jobs. */
export function bundleWorker(folder: string): Promise<string> {
  const serve = `import { parentPort } from "node:worker_threads"; import { serveJobs } from "./pool-protocol.ts"; serveJobs(parentPort, jobs);`;
  return bundle(`${jobsSource}${serve}`, join(folder, "worker.mjs"));
}

/** Bundles the same jobs for the main thread. */
export function bundleJobs(folder: string): Promise<string> {
  return bundle(jobsSource, join(folder, "jobs.mjs"));
}

/** Bundles any program that imports from the host folder. */
export function bundleProgram(source: string, folder: string): Promise<string> {
  return bundle(source, join(folder, "program.mjs"));
}
