/** Signals by which a person or a supervisor ends the program. */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const cleanups = new Set<() => void>();

/**
 * Runs something short and synchronous when the program is interrupted (Ctrl-C), before it ends by the
 * same signal, so that whoever started it sees why.
 *
 * @returns takes the wish back
 */
export function onInterrupt(clean: () => void): () => void {
  if (cleanups.size === 0) for (const signal of signals) process.on(signal, end);
  cleanups.add(clean);
  return () => {
    cleanups.delete(clean);
    if (cleanups.size === 0) for (const signal of signals) process.off(signal, end);
  };
}

function end(signal: NodeJS.Signals): void {
  for (const clean of cleanups) {
    try {
      clean();
    } catch {
      // The program ends anyway; what is left over is removed at the next start.
    }
  }
  cleanups.clear();
  for (const one of signals) process.off(one, end);
  process.kill(process.pid, signal);
}
