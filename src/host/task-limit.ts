/** Tasks of which only a few run at once. */
export interface TaskLimit {
  /** Resolves when the task has begun, which is when there is room for it. */
  readonly add: (task: () => Promise<void>) => Promise<void>;
  /** Resolves when all tasks have ended. */
  readonly done: () => Promise<void>;
}

/**
 * Runs at most `count` tasks at once. A task that fails does not stop the others; the first failure is
 * thrown by the next `add` and by `done`.
 */
export function taskLimit(count: number): TaskLimit {
  const running = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | undefined;
  const rethrow = () => {
    if (failure) throw failure.error;
  };
  return {
    async add(task) {
      while (running.size >= count) await Promise.race(running);
      rethrow();
      const run: Promise<void> = task()
        .catch((error: unknown) => {
          failure ??= { error };
        })
        .finally(() => running.delete(run));
      running.add(run);
    },
    async done() {
      while (running.size > 0) await Promise.race(running);
      rethrow();
    },
  };
}
