import { chooseAction } from "../choose-action.ts";
import type { Terminal } from "../terminal.ts";
import { importCounts } from "./import-counts.ts";
import { listSources } from "./list-sources.ts";
import { removeSource } from "./remove-source.ts";

/**
 * `suanjing readers import|list|remove`.
 * @returns exit code: 0, or 1 if something could not be read
 */
export async function readers(root: string, [name, ...rest]: readonly string[], io: Terminal): Promise<number> {
  const actions = { import: importCounts, list: listSources, remove: removeSource };
  return chooseAction("readers", name, actions)(root, rest, io);
}
