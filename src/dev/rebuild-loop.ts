/** Whether a build runs, and whether something has changed since it began. */
export type LoopState = { readonly kind: "idle" } | { readonly kind: "building"; readonly isStale: boolean };

export type LoopEvent = "change" | "built";
/** What is to be done after an event. */
export type LoopAction = "build" | "publish" | "nothing";

/**
 * One step of the loop: one build at a time; a change during a build makes it stale; what a stale build made
 * is not published, and exactly one further build follows, however many changes there were.
 */
export function step(state: LoopState, event: LoopEvent): { readonly state: LoopState; readonly action: LoopAction } {
  if (event === "change") {
    if (state.kind === "idle") return { state: { kind: "building", isStale: false }, action: "build" };
    return { state: { kind: "building", isStale: true }, action: "nothing" };
  }
  if (state.kind === "idle") throw new Error("a build ended that had not begun");
  if (state.isStale) return { state: { kind: "building", isStale: false }, action: "build" };
  return { state: { kind: "idle" }, action: "publish" };
}

export interface LoopDeps<Result> {
  readonly build: () => Promise<Result>;
  readonly publish: (result: Result) => Promise<void> | void;
  /** Told of what a build or `publish` threw, unless the build was stale. */
  readonly fail: (error: unknown) => void;
}

export interface RebuildLoop {
  /** Something has changed; begins a build, or makes the running one stale. */
  readonly change: () => void;
  /** Resolves when no build runs and none is due. */
  readonly settled: () => Promise<void>;
}

/** Builds again on every change, by the rules of `step`. */
export function rebuildLoop<Result>({ build, publish, fail }: LoopDeps<Result>): RebuildLoop {
  let state: LoopState = { kind: "idle" };
  let running: Promise<void> = Promise.resolve();
  const take = (event: LoopEvent): LoopAction => {
    const next = step(state, event);
    state = next.state;
    return next.action;
  };
  const run = async (): Promise<void> => {
    for (let action: LoopAction = "build"; action === "build";) {
      let finish: () => Promise<void> | void;
      try {
        const result = await build();
        finish = () => publish(result);
      } catch (error) {
        finish = () => fail(error);
      }
      action = take("built");
      if (action === "publish") await Promise.resolve().then(finish).catch(fail);
    }
  };
  return {
    change() {
      if (take("change") !== "build") return;
      // Publishing may still be at work on the result before.
      running = running.then(run);
    },
    settled: async () => {
      for (let last: Promise<void> | undefined; last !== running;) {
        last = running;
        await last;
      }
    },
  };
}
