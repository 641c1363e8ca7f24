import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What one run of a program took. */
export interface Run {
  /** From the start of the process to its end. */
  readonly wallMs: number;
  /** User and system time of all its threads; other work on the machine changes it less than the wall clock. */
  readonly cpuMs: number;
  readonly rssMb: number;
}

/** Writes what the process has used when it ends; loaded before the program. */
const probe = `
import { isMainThread } from "node:worker_threads";
import { writeFileSync } from "node:fs";
if (isMainThread) process.on("exit", () => writeFileSync(process.env.BENCH_USAGE, JSON.stringify(process.resourceUsage())));
`;

/** Runs a Node program in a folder. @throws with what it printed, if it fails with a code that is not allowed */
export function run(cwd: string, args: readonly string[], allowed: readonly number[] = [0]): Run {
  const folder = mkdtempSync(join(tmpdir(), "suanjing-bench-"));
  const [hook, usage] = [join(folder, "probe.mjs"), join(folder, "usage.json")];
  writeFileSync(hook, probe);
  const start = performance.now();
  const { status, stderr, stdout } = spawnSync(process.execPath, ["--import", pathToFileURL(hook).href, ...args], {
    cwd,
    env: { ...process.env, BENCH_USAGE: usage, ASTRO_TELEMETRY_DISABLED: "1" },
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const wallMs = performance.now() - start;
  if (status === null || !allowed.includes(status)) throw new Error(`${args.join(" ")} failed:\n${stdout}${stderr}`);
  const used = JSON.parse(readFileSync(usage, "utf8")) as NodeJS.ResourceUsage;
  rmSync(folder, { recursive: true });
  return { wallMs, cpuMs: (used.userCPUTime + used.systemCPUTime) / 1000, rssMb: used.maxRSS / 1024 };
}

/** Figure by figure, the value in the middle of all runs. */
export function median(runs: readonly Run[]): Run {
  const middle = (values: readonly number[]) => Number(values.toSorted((a, b) => a - b)[values.length >> 1]);
  return {
    wallMs: middle(runs.map(({ wallMs }) => wallMs)),
    cpuMs: middle(runs.map(({ cpuMs }) => cpuMs)),
    rssMb: middle(runs.map(({ rssMb }) => rssMb)),
  };
}

/** `4.21` */
export function inSeconds(ms: number): string {
  return (ms / 1000).toFixed(2);
}

/** Where and with what was measured. */
export function conditions(): string {
  const { stdout } = spawnSync("git", ["rev-parse", "--short", "HEAD"], { cwd: import.meta.dirname, encoding: "utf8" });
  const [first] = cpus();
  return `${cpus().length} × ${first?.model ?? "?"}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, commit ${stdout.trim()}`;
}
