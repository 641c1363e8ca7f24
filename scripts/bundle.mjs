// Bundles the program (src/main.ts, src/worker.ts) into the ignored folder .suanjing/program. Every state of
// the sources gets a folder of its own, so that a running program keeps its files when a source changes.
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const programs = join(root, ".suanjing", "program");
const currentFile = join(programs, "current.json");

/** Bundles of earlier sources that are kept, and for how long all are: they may be running. */
const keptBundles = 8;
const keptMs = 3_600_000;

/** Everything that the bundle is made from. */
function sources() {
  const code = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8", withFileTypes: false })
    .filter((path) => /\.(?:ts|tsx|js|json|css)$/.test(path))
    .map((path) => join(root, "src", path));
  return [...code, join(root, "package-lock.json"), import.meta.filename].filter((file) => existsSync(file)).sort();
}

/** Names, sizes and times of the sources: cheap to compare at every start. */
function stampOf(files) {
  const lines = files.map((file) => {
    const { size, mtimeMs } = statSync(file);
    return `${file.slice(root.length)} ${size} ${mtimeMs}`;
  });
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}

function contentHash(files) {
  const hash = createHash("sha256");
  for (const file of files)
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update("\0");
  return hash.digest("hex");
}

/** The bundle that was made last, if it was made from these sources. */
function current(stamp) {
  try {
    const value = JSON.parse(readFileSync(currentFile, "utf8"));
    const entry = join(programs, value.name, "main.mjs");
    return value.stamp === stamp && existsSync(entry) ? entry : undefined;
  } catch {
    return undefined;
  }
}

/** Builds the program if a source has changed; returns the path of its entry. Several processes may do so at once. */
export async function ensureProgram() {
  const files = sources();
  const stamp = stampOf(files);
  const known = current(stamp);
  if (known !== undefined) return known;
  const hash = contentHash(files);
  const name = hash.slice(0, 16);
  const folder = join(programs, name);
  if (existsSync(folder)) utimesSync(folder, new Date(), new Date());
  else await bundleInto(folder, hash);
  const temporary = `${currentFile}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify({ stamp, name }));
  renameSync(temporary, currentFile);
  removeOld();
  return join(folder, "main.mjs");
}

async function bundleInto(folder, hash) {
  const temporary = `${folder}.${process.pid}`;
  mkdirSync(programs, { recursive: true });
  rmSync(temporary, { recursive: true, force: true });
  const { build } = await import("esbuild");
  await build({
    entryPoints: [join(root, "src", "main.ts"), join(root, "src", "worker.ts")],
    outdir: temporary,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    sourcemap: true,
    sourcesContent: false,
    // Bundled dependencies start in less than half the time: one file is read instead of hundreds. The theme
    // imports Preact by itself, esbuild runs a binary beside it, and KaTeX's stylesheet must come from the copy
    // that typesets; MathJax and what prints PDF may be absent. citation-js and SQLite bring files that they look for beside
    // themselves, and clients of databases are CommonJS that few ever load.
    external: [
      "@citation-js/*",
      "esbuild",
      "preact",
      "preact-render-to-string",
      "katex",
      "chokidar",
      "@mathjax/src",
      "subset-font",
      "pagefind",
      "mysql2",
      "pg",
      "sql.js",
      "playwright-core",
      "@cantoo/pdf-lib",
    ],
    // gray-matter is CommonJS and asks for `require`.
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
    define: { SUANJING_VERSION: JSON.stringify(hash) },
    logLevel: "error",
  });
  await bundleClient(join(temporary, "client"));
  try {
    renameSync(temporary, folder);
  } catch (error) {
    // Another process that started at the same time was faster; its bundle is the same.
    rmSync(temporary, { recursive: true, force: true });
    if (!existsSync(join(folder, "main.mjs"))) throw error;
  }
}

/** The scripts of pages. */
async function bundleClient(outdir) {
  const { build } = await import("esbuild");
  const common = { bundle: true, minify: true, platform: "browser", logLevel: "error" };
  // One file each, as browsers since 2020 read it.
  await build({
    ...common,
    entryPoints: [
      "reading.ts",
      "live-comments.ts",
      "open-search.ts",
      "live-reload.ts",
      "offline/offline.ts",
      "offline/service-worker.ts",
    ].map((name) => join(root, "src", "client", name)),
    entryNames: "[name]",
    outdir,
    format: "iife",
    target: "es2020",
  });
  // The search is a module, which a page loads when its reader asks for it.
  await build({
    ...common,
    entryPoints: [join(root, "src", "client", "search", "search.ts")],
    outfile: join(outdir, "search.js"),
    charset: "utf8",
    format: "esm",
    target: "es2022",
  });
}

/** Removes bundles that were made long ago, the newest ones apart. */
function removeOld() {
  const folders = readdirSync(programs, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const byAge = folders
    .flatMap(({ name }) => {
      const stats = statSync(join(programs, name), { throwIfNoEntry: false });
      return stats ? [{ name, time: stats.mtimeMs }] : [];
    })
    .sort((a, b) => b.time - a.time);
  for (const { name, time } of byAge.slice(keptBundles)) {
    if (Date.now() - time > keptMs) rmSync(join(programs, name), { recursive: true, force: true });
  }
}
