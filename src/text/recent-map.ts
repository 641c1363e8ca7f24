/** Remembers values by key until they are too large together. */
export interface RecentMap<Value> {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => void;
  readonly clear: () => void;
}

/** A map of values whose sizes add up to a limit at most; those that were set first go first. */
export function recentMap<Value>(limit: number, sizeOf: (value: Value) => number): RecentMap<Value> {
  const kept = new Map<string, Value>();
  let size = 0;
  return {
    get: (key) => kept.get(key),
    set(key, value) {
      const old = kept.get(key);
      kept.set(key, value);
      size += sizeOf(value) - (old === undefined ? 0 : sizeOf(old));
      for (const [oldest, other] of kept) {
        if (size <= limit) break;
        kept.delete(oldest);
        size -= sizeOf(other);
      }
    },
    clear() {
      kept.clear();
      size = 0;
    },
  };
}
