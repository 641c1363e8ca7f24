import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";
import { imageSize } from "image-size";
import type { Images, ImageSize } from "../model/ports.ts";
import { faultOfOutPath } from "./out-path.ts";

/** Where pictures with a path that begins with `prefix` lie; the prefix is not part of their path there. */
export interface ImageFolder {
  /** Empty, or ends with `/`. */
  readonly prefix: string;
  readonly folder: string;
}

/** Formats keep their size near the beginning; JPEG may put a preview before it. */
const headBytes = 512 * 1024;

/**
 * Looks a picture up by its path in the output, in several folders; the first that has it wins. Paths
 * come from posts: one that leads out of a folder, also by a link, is as if there were no picture. Sizes
 * are read from the files' heads, once.
 *
 * @param folders a text stands for a folder whose files are published under their own paths
 */
export function imagesNode(folders: readonly (string | ImageFolder)[]): Images {
  const places = folders.map((one) => (typeof one === "string" ? { prefix: "", folder: one } : one));
  const known = new Map<string, ReturnType<Images["size"]>>();
  return {
    size(path) {
      if (!known.has(path)) known.set(path, lookUp(path, places));
      return known.get(path);
    },
  };
}

function lookUp(path: string, places: readonly ImageFolder[]): ReturnType<Images["size"]> {
  if (faultOfOutPath(path) !== undefined) return undefined;
  for (const { prefix, folder } of places) {
    const bytes = path.startsWith(prefix) ? head(folder, path.slice(prefix.length)) : undefined;
    if (bytes) return sizeOf(bytes);
  }
  return undefined;
}

function sizeOf(bytes: Uint8Array): ImageSize | "unknown" {
  try {
    const { width, height, orientation } = imageSize(bytes);
    // Orientations 5 to 8 of EXIF lie on their side.
    return orientation !== undefined && orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return "unknown";
  }
}

/** First bytes of a file below a folder; `undefined` if there is none. */
function head(folder: string, path: string): Uint8Array | undefined {
  try {
    const file = realpathSync(join(folder, path));
    if (!file.startsWith(realpathSync(folder) + sep)) return undefined;
    // A pipe would wait for a writer for ever.
    const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      if (!fstatSync(descriptor).isFile()) return undefined;
      const buffer = Buffer.alloc(Math.min(headBytes, fstatSync(descriptor).size));
      return buffer.subarray(0, readSync(descriptor, buffer, 0, buffer.length, 0));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}
