import { rm } from "node:fs/promises";
import { join } from "node:path";
import { useError } from "../host/use-error.ts";
import { cacheOptions, readOptions } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/** What builds leave in `.suanjing` for the next ones. */
const left = ["cache", "builds", "fonts", "modules"] as const;

/** `suanjing cache clear`: the next build makes everything anew. */
export async function cache(root: string, args: readonly string[], io: Terminal): Promise<number> {
  const { positionals } = readOptions(args, cacheOptions);
  if (positionals.join(" ") !== "clear") throw useError("suanjing cache takes the word clear", "suanjing cache clear");
  for (const name of left) await rm(join(root, ".suanjing", name), { recursive: true, force: true });
  io.out("What builds had left is deleted; the next one makes everything anew.");
  return 0;
}
