import { useError } from "../../host/use-error.ts";
import { nearest } from "../../text/edit-distance.ts";
import type { Terminal } from "../terminal.ts";
import { importCounts } from "./import-counts.ts";
import { listSources } from "./list-sources.ts";
import { removeSource } from "./remove-source.ts";

const actions = { import: importCounts, list: listSources, remove: removeSource } as const;

/**
 * `suanjing readers import|list|remove`.
 * @returns exit code: 0, or 1 if something could not be read
 */
export async function readers(root: string, args: readonly string[], io: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === "import" || name === "list" || name === "remove") return actions[name](root, rest, io);
  const names = Object.keys(actions);
  const known = nearest(name ?? "", names, 3);
  throw useError(
    name === undefined ? "say what to do with reader counts" : `there is no suanjing readers ${name}`,
    known === undefined ? `one of ${names.join(", ")}` : `did you mean ${known}?`,
  );
}
