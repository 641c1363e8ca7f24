import { basename, dirname, resolve, sep } from "node:path";
import { watch as chokidar } from "chokidar";

export interface WatchOptions {
  /** Files and folders; what does not exist yet is watched for. */
  readonly paths: readonly string[];
  /** Called with the paths that were added, changed or removed, when there was none for a moment. */
  readonly onChange: (paths: readonly string[]) => void;
  /** Time after which changes that do not stop are told for the first time; they are told again at their end. */
  readonly maxMs?: number;
}

/**
 * Length of that moment. Editors write a file in several steps. It is longer than the 50 ms for which
 * chokidar is silent about a file after a change of it, so that a report always comes after the last one.
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
  let timer: NodeJS.Timeout | undefined;
  let firstAt = 0;
  const tell = () => {
    const all = [...changed].sort();
    changed.clear();
    onChange(all);
  };
  watcher.on("all", (_event, path) => {
    const now = performance.now();
    if (changed.size === 0) firstAt = now;
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(tell, quietMs);
    if (now - firstAt < maxMs) return;
    firstAt = now;
    onChange([...changed].sort());
  });
  // A folder that vanishes while it is looked at is reported as its removal, too.
  watcher.on("error", () => {});
  // Without anything to watch there is no such event.
  if (parents.size > 0) await new Promise<void>((done) => watcher.once("ready", () => done()));
  return {
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
