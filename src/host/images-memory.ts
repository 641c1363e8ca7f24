import type { Images, ImageSize } from "../model/ports.ts";

/** Pictures that exist in memory only: path in the output → size. */
export function imagesMemory(map: Readonly<Record<string, ImageSize | "unknown">>): Images {
  return { size: (path) => (Object.hasOwn(map, path) ? map[path] : undefined) };
}
