import type { Store } from "../model/ports.ts";

/** Values that are kept. More than these are not made between two pauses, but when a whole site is. */
const kept = 8;
/** An author who saves again within this time is not made to wait for the disk. */
const pauseMs = 300;

/**
 * A store that gives what was put last without the store behind it, and puts it there when nothing has been put for a
 * while. What is not there yet when the process ends is lost, which costs the next one that it makes it again. A fault
 * of the disk is told with the next value.
 */
export function storeBehind<Value>(store: Store<Value>): Store<Value> {
  const recent = new Map<string, Value>();
  const waiting = new Set<string>();
  let written: Promise<unknown> = Promise.resolve();
  let pause: NodeJS.Timeout | undefined;
  const write = (key: string) => {
    const value = recent.get(key);
    if (!waiting.delete(key) || value === undefined) return;
    written = Promise.all([written, store.put(key, value)]);
    // Whoever puts the next value hears of a fault.
    written.catch(() => {});
  };
  return {
    async get(key) {
      return recent.get(key) ?? store.get(key);
    },
    async put(key, value) {
      const before = written;
      written = Promise.resolve();
      await before;
      recent.delete(key);
      recent.set(key, value);
      waiting.add(key);
      const [oldest] = recent.keys();
      if (oldest !== undefined && recent.size > kept) {
        write(oldest);
        recent.delete(oldest);
      }
      clearTimeout(pause);
      pause = setTimeout(() => [...waiting].forEach(write), pauseMs).unref();
    },
  };
}
