import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { storeBehind } from "../../src/host/store-behind.ts";
import { storeMemory } from "../../src/host/store-memory.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A store whose writes are noted, and fail while `isFull`. */
function noting() {
  const memory = storeMemory<string>();
  const disk = { written: [] as string[], isFull: false };
  const store = storeBehind<string>({
    get: (key) => memory.get(key),
    async put(key, value) {
      if (disk.isFull) throw new Error("the disk is full");
      disk.written.push(`${key}=${value}`);
      await memory.put(key, value);
    },
  });
  return { disk, memory, store };
}

it("gives at once what was put, and writes it when nothing has been put for a while", async () => {
  const { disk, store } = noting();
  await store.put("a", "1");
  vi.advanceTimersByTime(200);
  await store.put("b", "1");
  await store.put("a", "2");
  vi.advanceTimersByTime(200);
  expect(await store.get("a")).toBe("2");
  expect(disk.written).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(disk.written).toEqual(["a=2", "b=1"]);
  vi.advanceTimersByTime(5000);
  expect(disk.written).toHaveLength(2);
});

it("gives what only the store behind it has", async () => {
  const { memory, store } = noting();
  await memory.put("old", "1");
  expect(await store.get("old")).toBe("1");
  expect(await store.get("none")).toBeUndefined();
});

it("does not hold a whole site back", async () => {
  const { disk, store } = noting();
  for (let post = 0; post < 100; post += 1) await store.put(`${post}`, "x");
  expect(disk.written).toHaveLength(92);
  expect(await store.get("0")).toBe("x");
  vi.advanceTimersByTime(1000);
  expect(disk.written).toHaveLength(100);
});

it("tells of a fault of the disk once, with the next value", async () => {
  const { disk, store } = noting();
  disk.isFull = true;
  await store.put("a", "1");
  vi.advanceTimersByTime(1000);
  disk.isFull = false;
  await expect(store.put("b", "1")).rejects.toThrow("the disk is full");
  await store.put("b", "2");
  vi.advanceTimersByTime(1000);
  expect(disk.written).toEqual(["b=2"]);
});
