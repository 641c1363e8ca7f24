import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rebuildLoop, step, type LoopEvent, type LoopState } from "../../src/dev/rebuild-loop.ts";

const idle: LoopState = { kind: "idle" };
const building: LoopState = { kind: "building", isStale: false };
const stale: LoopState = { kind: "building", isStale: true };

describe("a step", () => {
  it.each<[LoopState, LoopEvent, LoopState, string]>([
    [idle, "change", building, "build"],
    [building, "change", stale, "nothing"],
    [stale, "change", stale, "nothing"],
    [building, "built", idle, "publish"],
    [stale, "built", building, "build"],
  ])("from %j by %s leads to %j: %s", (from, event, state, action) => {
    expect(step(from, event)).toEqual({ state, action });
  });

  it("from rest cannot be the end of a build", () => {
    expect(() => step(idle, "built")).toThrow();
  });
});

/** A world with a version that changes, builds that last some turns, and a record of what happened. */
function world(fails: (version: number) => boolean = () => false) {
  const record = { version: 0, building: 0, most: 0, published: [] as number[], failed: [] as string[] };
  const loop = rebuildLoop({
    async build() {
      record.building += 1;
      record.most = Math.max(record.most, record.building);
      const seen = record.version;
      await turns(seen % 4);
      record.building -= 1;
      if (fails(seen)) throw new Error(`build ${seen}`);
      return seen;
    },
    publish: (version) => void record.published.push(version),
    fail: (error) => void record.failed.push(String(error)),
  });
  const change = () => {
    record.version += 1;
    loop.change();
  };
  return { record, loop, change };
}

async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe("the loop", () => {
  it("ends with the last state published, with one build at a time, whatever the times of changes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }), async (pauses) => {
        const { record, loop, change } = world();
        for (const pause of pauses) {
          change();
          await turns(pause);
        }
        await loop.settled();
        expect(record.most).toBe(1);
        expect(record.published.at(-1)).toBe(record.version);
        expect(record.published).toEqual([...new Set(record.published)].sort((a, b) => a - b));
      }),
      { numRuns: 100 },
    );
  });

  it("builds once more for any number of changes during a build, and does not publish the stale one", async () => {
    const { record, loop, change } = world();
    record.version = 2;
    change();
    for (let i = 0; i < 10; i += 1) change();
    await loop.settled();
    expect(record.published).toEqual([13]);
  });

  it("goes on after a build that failed, and tells of it unless it was stale", async () => {
    const { record, loop, change } = world((version) => version < 3);
    change();
    await loop.settled();
    change();
    change();
    await loop.settled();
    expect(record).toMatchObject({ failed: ["Error: build 1"], published: [3] });
  });

  it("goes on after publishing failed", async () => {
    const failed: unknown[] = [];
    const loop = rebuildLoop({
      build: async () => 1,
      publish: () => Promise.reject(new Error("full")),
      fail: (error) => void failed.push(error),
    });
    loop.change();
    await loop.settled();
    loop.change();
    await loop.settled();
    expect(failed).toHaveLength(2);
  });
});
