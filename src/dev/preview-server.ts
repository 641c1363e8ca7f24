import { stat } from "node:fs/promises";
import { join } from "node:path";
import { manifestName, readManifest } from "../host/manifest.ts";
import { useError } from "../host/use-error.ts";
import { outputOf } from "./lookup.ts";
import { startServer } from "./server.ts";

export interface PreviewOptions {
  readonly port: number;
  readonly base: string;
  /** How often to look whether the folder was built again. */
  readonly lookMs?: number;
}

/**
 * Serves a built folder as a host would: the files in its manifest and no others, unchanged. When the folder
 * is built again, that is served from then on.
 *
 * @throws a use error if the folder holds no built site
 */
export async function servePreview(folder: string, { port, base, lookMs = 500 }: PreviewOptions) {
  const read = async () => {
    const manifest = await readManifest(folder);
    const files = manifest && new Map([...manifest.keys()].map((path) => [path, { file: join(folder, path) }]));
    return files && { output: outputOf(files, base), count: files.size };
  };
  let seen = await versionOf(folder);
  const first = await read();
  if (!first) throw useError(`${folder} holds no built site`, "run suanjing build first");
  const server = await startServer({ port });
  server.setOutput(first.output);
  const look = async () => {
    const version = await versionOf(folder);
    if (version === undefined || version === seen) return;
    const next = await read();
    if (!next) return;
    seen = version;
    server.setOutput(next.output);
  };
  const timer = setInterval(() => void look(), lookMs);
  timer.unref();
  return {
    origin: server.origin,
    port: server.port,
    files: first.count,
    async close(): Promise<void> {
      clearInterval(timer);
      await server.close();
    },
  };
}

/** Differs from build to build, because every build writes a new manifest. */
async function versionOf(folder: string): Promise<string | undefined> {
  const stats = await stat(join(folder, manifestName)).catch(() => undefined);
  return stats && `${stats.ino} ${stats.mtimeMs}`;
}
