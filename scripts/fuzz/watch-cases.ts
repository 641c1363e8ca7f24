import { fork, type ChildProcess } from "node:child_process";

/** What was made by chance: a kind of `tries`, and its input. */
export interface MadeCase {
  readonly kind: string;
  readonly input: unknown;
}

/** What the process that tries cases says. */
export type FuzzMessage =
  | { readonly event: "begun"; readonly seed: number; readonly made: MadeCase }
  | { readonly event: "failed"; readonly made: MadeCase; readonly stack: string }
  | { readonly event: "ended" };

export interface Watched {
  /** Program that tries cases from a seed on. */
  readonly file: string;
  readonly firstSeed: number;
  /** Whether it is enough. Asked after every case. */
  readonly isOver: () => boolean;
  /** A case that has not ended after this long hangs. */
  readonly hangMs: number;
  readonly onEnd: () => void;
  readonly onFailure: (seed: number, made: MadeCase, stack: string) => void;
}

/**
 * Tries cases in a process of their own until it is enough. A case that hangs is a failure, and so is one that the
 * process dies of; another process goes on with the next seed.
 */
export async function watchCases(watched: Watched): Promise<void> {
  let seed = watched.firstSeed;
  while (!watched.isOver()) seed = (await watchProcess(watched, seed)) + 1;
}

/** Resolves with its last seed when it is enough, or when a case has ended the process. */
async function watchProcess(watched: Watched, firstSeed: number): Promise<number> {
  const child = fork(watched.file, [String(firstSeed)]);
  let seed = firstSeed;
  let trying: MadeCase | undefined;
  let reason: string | undefined;
  let isStopped = false;
  let hang: NodeJS.Timeout | undefined;
  child.on("message", (message: FuzzMessage) => {
    if (isStopped) return;
    clearTimeout(hang);
    switch (message.event) {
      case "begun":
        ({ seed, made: trying } = message);
        hang = setTimeout(() => {
          reason = `it hangs: it has not ended after ${watched.hangMs} ms`;
          child.kill("SIGKILL");
        }, watched.hangMs);
        break;
      case "failed":
        watched.onFailure(seed, message.made, message.stack);
        break;
      case "ended":
        trying = undefined;
        watched.onEnd();
        isStopped = watched.isOver();
        if (isStopped) child.kill("SIGKILL");
    }
  });
  const how = await exited(child);
  clearTimeout(hang);
  if (trying) watched.onFailure(seed, trying, reason ?? `the process died: ${how}`);
  else if (!isStopped) throw new Error(`${watched.file} ends by itself: ${how}`);
  return seed;
}

function exited(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
}
