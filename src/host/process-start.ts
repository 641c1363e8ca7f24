import { readFileSync } from "node:fs";

/**
 * When a process was started, in ticks since the machine was, so that a later process with the same
 * number can be told apart. `undefined` where the system does not say (only Linux does), `"dead"` for a
 * process that has ended but is still in the table.
 */
export function processStart(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is a name in parentheses and may hold anything, spaces and parentheses too.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? "dead" : fields[19];
  } catch {
    return undefined;
  }
}

/** Whether a process of this number runs now; one of another user counts. */
export function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  return processStart(pid) !== "dead";
}
