import { join } from "node:path";

declare const SUANJING_VERSION: string | undefined;

/** Hash of the program's sources, put in when it is bundled. */
export function programVersion(): string {
  return typeof SUANJING_VERSION === "string" ? SUANJING_VERSION : "source";
}

/** A file in the folder of the program, where its theme is. */
export function programFile(path: string): string {
  const isBundled = typeof SUANJING_VERSION === "string";
  // From .suanjing/program/HASH, or from src/host.
  return join(import.meta.dirname, isBundled ? "../../.." : "../..", path);
}

/** The bundled entry of a worker, beside the bundled program. */
export function workerFile(): string {
  return join(import.meta.dirname, "worker.mjs");
}

/** A bundled script of pages, beside the bundled program. */
export function clientFile(
  name: "reading" | "live-comments" | "open-search" | "offline" | "service-worker" | "search" | "live-reload",
): string {
  return join(import.meta.dirname, "client", `${name}.js`);
}
