import type { Store, StoredPost } from "../model/ports.ts";

/** Keeps things for one build in one thread. */
export function storeMemory<Value = StoredPost>(): Store<Value> {
  const values = new Map<string, Value>();
  return {
    async get(key) {
      return values.get(key);
    },
    async put(key, value) {
      values.set(key, value);
    },
  };
}
