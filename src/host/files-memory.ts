import type { Files } from "../model/ports.ts";

/** A folder that exists in memory only: path → content, texts as UTF-8. */
export function filesMemory(map: Readonly<Record<string, string | Uint8Array>>): Files {
  return {
    async list() {
      return Object.keys(map).sort((a, b) => (a < b ? -1 : 1));
    },
    read(path) {
      const body = Object.hasOwn(map, path) ? map[path] : undefined;
      if (body === undefined) throw new Error(`there is no file ${path}`);
      return typeof body === "string" ? new TextEncoder().encode(body) : body;
    },
  };
}
