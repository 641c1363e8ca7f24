import { basename, dirname, resolve, sep } from "node:path";
import { watch as chokidar } from "chokidar";
import { changedIn, stampsOf, type Stamps } from "../host/stamps.ts";

export interface WatchOptions {
  /** Files and folders; what does not exist yet is watched for. */
  readonly paths: readonly string[];
  /** Called with the paths that were added, changed or removed: a moment after the first change, and after the last. */
  readonly onChange: (paths: readonly string[]) => void;
  /** Changes that do not stop are told that often. */
  readonly maxMs?: number;
}

/** Editors write a file in several steps; the first change is told when they are over in most cases. */
const soonMs = 15;
/**
 * Time without a change after which what changed meanwhile is told. It is longer than the 50 ms for which chokidar
 * is silent about a file after a change of it; whether there was another one is then seen by the file itself.
 */
const quietMs = 60;

export interface Watcher {
  readonly close: () => Promise<void>;
}

/** Names beside a file while an editor saves it; folders of tools. */
const isRubbish = (path: string) =>
  /^(?:\.(?!well-known$|nojekyll$|htaccess$)|node_modules$|#.*#$)|~$|\.sw[a-z]$/.test(basename(path));

/**
 * Watches files and folders, links not followed. Resolves when every later change will be seen.
 *
 * What is watched are the folders above, with everything in them ignored that was not asked for: a watched
 * file that an editor replaces by a rename, and a folder that does not exist yet, are lost otherwise.
 */
export async function watch({ paths, onChange, maxMs = 400 }: WatchOptions): Promise<Watcher> {
  const roots = new Set(paths.map((path) => resolve(path)));
  const parents = new Set([...roots].map((path) => dirname(path)));
  const isBelow = (path: string) => [...roots].some((root) => path.startsWith(root + sep)) && !isRubbish(path);
  const watcher = chokidar([...parents], {
    ignoreInitial: true,
    // Otherwise removals are held back for a while.
    atomic: false,
    followSymlinks: false,
    ignored: (path) => !parents.has(path) && !roots.has(path) && !isBelow(path),
  });
  const changed = new Set<string>();
  let told: Stamps = {};
  let toldAt = Infinity;
  let soon: NodeJS.Timeout | undefined;
  let quiet: NodeJS.Timeout | undefined;
  const tell = () => {
    const all = [...changed].sort();
    changed.clear();
    told = { ...told, ...stampsOf(all) };
    toldAt = performance.now();
    onChange(all);
  };
  const settle = () => {
    quiet = undefined;
    for (const path of changedIn(told)) changed.add(path);
    if (changed.size > 0) tell();
    told = {};
    toldAt = Infinity;
  };
  watcher.on("all", (_event, path) => {
    changed.add(path);
    if (quiet === undefined) soon = setTimeout(tell, soonMs);
    else if (performance.now() - toldAt >= maxMs) tell();
    clearTimeout(quiet);
    quiet = setTimeout(settle, quietMs);
  });
  // A folder that vanishes while it is looked at is reported as its removal, too.
  watcher.on("error", () => {});
  // Without anything to watch there is no such event.
  if (parents.size > 0) await new Promise<void>((done) => watcher.once("ready", () => done()));
  return {
    async close() {
      clearTimeout(soon);
      clearTimeout(quiet);
      await watcher.close();
    },
  };
}
