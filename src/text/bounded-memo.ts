/** Remembers results by key until they are too large together. */
export interface Memo<Key, Value> {
  /** The result for a key; made if it is not there. */
  readonly get: (key: Key, make: () => Promise<Value>) => Promise<Value>;
  readonly clear: () => void;
}

/** A memory for results whose sizes add up to a limit at most; the oldest go first. */
export function boundedMemo<Key, Value>(limit: number, sizeOf: (value: Value) => number): Memo<Key, Value> {
  const kept = new Map<Key, Value>();
  let size = 0;
  return {
    async get(key, make) {
      const found = kept.get(key);
      if (found !== undefined) return found;
      const value = await make();
      kept.set(key, value);
      size += sizeOf(value);
      for (const [oldest, other] of kept) {
        if (size <= limit) break;
        kept.delete(oldest);
        size -= sizeOf(other);
      }
      return value;
    },
    clear() {
      kept.clear();
      size = 0;
    },
  };
}
