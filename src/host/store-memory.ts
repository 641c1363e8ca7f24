import type { Store, StoredPost } from "../model/ports.ts";

/** Keeps posts for one build in one thread. */
export function storeMemory(): Store {
  const posts = new Map<string, StoredPost>();
  return {
    async get(key) {
      return posts.get(key);
    },
    async put(key, value) {
      posts.set(key, value);
    },
  };
}
