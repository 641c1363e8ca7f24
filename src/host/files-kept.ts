import { join } from "node:path";
import type { Files } from "../model/ports.ts";
import { isUnchanged, isYounger, stampsOf, type Stamps } from "./stamps.ts";

interface Kept {
  readonly stamps: Stamps;
  readonly bytes: Uint8Array;
}

/** A folder on disk whose files are read again only if they are not as they were the last time. */
export function filesKept(root: string, files: Files): Files {
  const kept = new Map<string, Kept>();
  return {
    list: () => files.list(),
    read(path) {
      const known = kept.get(path);
      if (known && isUnchanged(known.stamps)) return known.bytes;
      const start = Date.now();
      const stamps = stampsOf([join(root, path)]);
      const bytes = files.read(path);
      // What was written meanwhile may have been read before.
      if (isYounger(stamps, start)) kept.delete(path);
      else kept.set(path, { stamps, bytes });
      return bytes;
    },
  };
}
