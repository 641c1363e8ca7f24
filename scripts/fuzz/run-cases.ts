// The process that npm run fuzz watches: tries one case after another and says which it has begun. It may hang or die.
import fc from "fast-check";
import { tries } from "./tries.ts";
import type { FuzzMessage } from "./watch-cases.ts";

for (let seed = Number(process.argv[2]); process.connected; seed += 1) {
  for (const [kind, { arbitrary, check }] of Object.entries(tries)) {
    const property = fc.asyncProperty(arbitrary, async (input) => {
      await tell({ event: "begun", seed, made: { kind, input } });
      await check(input);
    });
    // The limit is for making a failure small. A hang is not interrupted by it: a clock does not stop a loop.
    const { failed, counterexample, errorInstance } = await fc.check(property, {
      seed,
      numRuns: 1,
      interruptAfterTimeLimit: 120_000,
    });
    const [input] = counterexample ?? [];
    if (failed && input !== undefined)
      await tell({ event: "failed", made: { kind, input }, stack: stackOf(errorInstance) });
    await tell({ event: "ended" });
  }
}

/** Resolves when the message is on its way, so that a case that hangs at once is known. */
function tell(message: FuzzMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(message, (error: Error | null) => (error ? reject(error) : resolve()));
  });
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
