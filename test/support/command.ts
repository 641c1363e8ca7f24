import { spawn, spawnSync, type ChildProcessByStdio } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";

const root = join(import.meta.dirname, "..", "..");
const program = join(root, "scripts", "suanjing.mjs");

/** A copy of the sample site that a test may change; its program is the one of this checkout. */
export interface SampleSite {
  readonly folder: string;
  readonly remove: () => void;
}

/**
 * Copies the sample site to a temporary folder, with what another build of it has kept where that is given, as a test of
 * anything but the cache should.
 */
export function copySample(kept?: string): SampleSite {
  const site = copySite(root, ["content", "public", "site.config.ts"]);
  if (kept !== undefined)
    for (const name of ["cache", "fonts"])
      cpSync(join(kept, name), join(site.folder, ".suanjing", name), { recursive: true });
  return site;
}

/** Copies a site of `test/sites` to a temporary folder, with the theme. */
export function copySmallSite(name: string): SampleSite {
  return copySite(join(root, "test", "sites", name), ["content", "site.config.ts"]);
}

function copySite(from: string, names: readonly string[]): SampleSite {
  const folder = mkdtempSync(join(tmpdir(), "suanjing-build-"));
  for (const name of names) cpSync(join(from, name), join(folder, name), { recursive: true });
  for (const name of ["templates", "src", "tsconfig.json", "package.json"])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs a command of the program to its end; its exit code and what it printed. */
export function run(
  site: SampleSite,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): { readonly status: number | null; readonly printed: string } {
  const options = { cwd: site.folder, env: { ...process.env, ...env }, encoding: "utf8" } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], options);
  return { status, printed: stdout + stderr };
}

/** Starts a command of the program; what it prints for people comes from its `stderr`. */
export function start(
  site: SampleSite,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcessByStdio<null, null, Readable> {
  const options = { cwd: site.folder, env: { ...process.env, ...env } };
  return spawn(process.execPath, [program, ...args], { ...options, stdio: ["ignore", "ignore", "pipe"] });
}

/** Resolves with the address that a command prints when it serves. */
export function addressOf(child: ReturnType<typeof start>): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    child.stderr.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /http:\/\/localhost:\d+/.exec(printed)?.[0];
      if (address !== undefined) resolve(address);
    });
    child.once("exit", () => reject(new Error(`the server ended:\n${printed}`)));
  });
}

/** One hash over the paths and bytes of a folder; `undefined` if there is none. */
export function hashOfTree(folder: string): string | undefined {
  const hash = createHash("sha256");
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const paths = entries.map(({ parentPath, name }) => join(parentPath, name)).sort();
    for (const path of paths) hash.update(path.slice(folder.length)).update("\0").update(readFileSync(path));
    return hash.digest("hex");
  } catch {
    return undefined;
  }
}
