import { existsSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type BuildFailure, type Message, type Plugin } from "esbuild";
import { explainDisk } from "./disk-error.ts";
import { sha256 } from "./hash.ts";
import { isUseError, useError } from "./use-error.ts";

/** A module that was bundled and imported. */
export interface LoadedModule {
  readonly value: unknown;
  /** The bundle, which workers import too. */
  readonly file: string;
  /** The files that it was made from. */
  readonly sources: readonly string[];
}

/**
 * Loads a TypeScript file that belongs to the site (`site.config.ts`, the theme): bundles it into the
 * ignored folder under a name with a hash of its content, and imports that. The same source is the same
 * module, in workers too; a changed source is a new one.
 *
 * @throws a use error: every fault of the source with file, line and column, or what the module threw
 */
export async function loadModule(source: string, workFolder: string): Promise<LoadedModule> {
  const { text, sources } = await bundle(source);
  const folder = join(workFolder, "modules");
  const file = join(folder, `${basename(source).replace(/\.[^.]+$/, "")}-${sha256(text).slice(0, 16)}.mjs`);
  if (!existsSync(file)) await save(file, text, folder);
  try {
    const value: unknown = await import(pathToFileURL(file).href);
    return { value, file, sources };
  } catch (error) {
    if (isUseError(error)) throw error;
    throw useError(
      `${basename(source)} cannot be loaded: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`,
    );
  }
}

/** Another process may write or import the same file now: it appears whole or not at all. */
async function save(file: string, text: string, folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const temporary = `${file}.${process.pid}`;
    await writeFile(temporary, text);
    await rename(temporary, file);
  } catch (error) {
    throw explainDisk(error, `write ${folder}`);
  }
}

async function bundle(source: string): Promise<{ readonly text: string; readonly sources: readonly string[] }> {
  try {
    const { outputFiles, metafile } = await build({
      entryPoints: [source],
      bundle: true,
      write: false,
      metafile: true,
      format: "esm",
      platform: "node",
      target: "node20",
      packages: "external",
      jsx: "automatic",
      jsxImportSource: "preact",
      charset: "utf8",
      logLevel: "silent",
      plugins: [preactOfProgram],
    });
    return { text: outputFiles[0]?.text ?? "", sources: Object.keys(metafile.inputs).map((path) => resolve(path)) };
  } catch (error) {
    const faults = (error as Partial<BuildFailure>).errors ?? [];
    if (faults.length === 0) throw error;
    throw useError(faults.map(printFault).join("\n"));
  }
}

/** Templates make what the program prints, so both have the same Preact, also where the site has no packages of its own. */
const preactOfProgram: Plugin = {
  name: "preact-of-program",
  setup(bundling) {
    bundling.onResolve({ filter: /^preact(\/|$)/ }, ({ path }) => ({
      path: import.meta.resolve(path),
      external: true,
    }));
  },
};

/** `templates/pages/post.tsx:12:5: Expected ")"` and the line; columns count from 1, in UTF-16 units. */
function printFault({ location, text }: Message): string {
  if (!location) return text;
  const before = Buffer.from(location.lineText).subarray(0, location.column).toString();
  return `${location.file}:${location.line}:${before.length + 1}: ${text}\n  ${location.lineText}`;
}
