import type { LiveOptions } from "./live-pages.ts";
import type { Output } from "./lookup.ts";
import { rebuildLoop } from "./rebuild-loop.ts";
import type { Problem } from "./problem.ts";
import { startServer } from "./server.ts";
import { watch } from "./watch.ts";

/** What a build gives to the server. */
export interface BuiltSite {
  readonly output: Output;
  /** Errors of the content, shown on the pages. */
  readonly problems: readonly Problem[];
}

export interface ServeOptions {
  readonly port: number;
  readonly live: LiveOptions;
  /** Files and folders whose changes lead to a build. */
  readonly watched: readonly string[];
}

export interface ServeDeps<Site extends BuiltSite> {
  readonly build: () => Promise<Site>;
  /** Called when a build is served, with its time in milliseconds. */
  readonly onServed: (site: Site, ms: number) => void | Promise<void>;
  /** Called with what a build threw; the pages before stay. */
  readonly onFailed: (error: unknown) => void;
  /** What pages show of it. */
  readonly explain: (error: unknown) => Problem;
}

export interface ServedSite {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves a site and builds it again when a file changes. After a build that failed the last good pages stay,
 * with the message over them.
 *
 * @throws what the first build throws: then there is nothing to serve
 */
export async function serveSite<Site extends BuiltSite>(
  { port, live, watched }: ServeOptions,
  { build, onServed, onFailed, explain }: ServeDeps<Site>,
): Promise<ServedSite> {
  const timed = async () => {
    const start = performance.now();
    return { site: await build(), start };
  };
  let changedEarly = false;
  let onChange = (): void => {
    changedEarly = true;
  };
  // Watching begins before the first build, so that no change falls between them.
  const watcher = await watch({ paths: watched, onChange: () => onChange() });
  try {
    const first = await timed();
    const server = await startServer({ port, live });
    const serve = async ({ site, start }: Awaited<ReturnType<typeof timed>>) => {
      server.setOutput(site.output, site.problems);
      await onServed(site, performance.now() - start);
    };
    const fail = (error: unknown) => {
      server.setProblems([explain(error)]);
      onFailed(error);
    };
    await serve(first);
    const loop = rebuildLoop({ build: timed, publish: serve, fail });
    onChange = loop.change;
    if (changedEarly) loop.change();
    return {
      origin: server.origin,
      async close() {
        await watcher.close();
        await server.close();
        await loop.settled();
      },
    };
  } catch (error) {
    await watcher.close();
    throw error;
  }
}
