import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { validateConfig } from "../config/validate.ts";
import { servePreview } from "../dev/preview-server.ts";
import { loadModule } from "../host/load-module.ts";
import { useError } from "../host/use-error.ts";
import { previewOptions, readNumber, readOptions } from "./options.ts";
import type { Terminal } from "./terminal.ts";

const defaultPort = 4321;

/**
 * `suanjing preview`: serves the built folder as a host would, without reloading. Ends with the signal of Ctrl-C.
 *
 * @throws a use error if the folder holds no built site
 */
export async function preview(root: string, args: readonly string[], io: Terminal): Promise<number> {
  const { values } = readOptions(args, previewOptions);
  const port = readNumber(values.port, "port", 0) ?? defaultPort;
  const base = values.base ?? (await configuredBase(root));
  const server = await servePreview(resolve(root, values.out ?? "dist"), { port, base });
  io.error(`\n  ${server.origin}${base}   ${server.files} files\n`);
  return new Promise<number>(() => {});
}

/** A built folder can be looked at without its posts and its theme; only the base path is needed. */
async function configuredBase(root: string): Promise<string> {
  const file = join(root, "site.config.ts");
  if (!existsSync(file)) return "/";
  const { value } = await loadModule(file, join(root, ".suanjing"));
  const result = validateConfig(
    typeof value === "object" && value !== null && "default" in value ? value.default : undefined,
  );
  if (!result.ok) throw useError(result.problems.map((problem) => `site.config.ts: ${problem}`).join("\n"));
  return result.config.base;
}
