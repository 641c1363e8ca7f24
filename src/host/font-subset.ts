import { createRequire } from "node:module";
import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { explainDisk } from "./disk-error.ts";
import { sha256 } from "./hash.ts";

export interface FontSubset {
  /** A woff2 font with the given characters only. */
  readonly make: (font: Uint8Array, characters: string) => Promise<Uint8Array>;
  /** Deletes the subsets that were not asked for. */
  readonly prune: () => Promise<void>;
}

/**
 * Cuts fonts down to some characters. A subset is kept in a folder under a hash of what it was made from, so that a
 * build with the same glyphs does not pay for it again; a damaged file is made anew.
 *
 * @param folder absent: nothing is kept
 */
export function fontSubset(folder?: string): FontSubset {
  const { version } = createRequire(import.meta.url)("subset-font/package.json") as { readonly version: string };
  const used = new Set<string>();
  return {
    async make(font, characters) {
      const name = sha256(`${version}\0${sha256(font)}\0${characters}`);
      used.add(name);
      const file = folder === undefined ? undefined : join(folder, name);
      const kept = file === undefined ? undefined : await readKept(file);
      if (kept) return kept;
      // Loads a megabyte of WebAssembly; builds that find everything in the folder do not need it.
      const { default: subset } = await import("subset-font");
      const body = await subset(Buffer.from(font), characters, { targetFormat: "woff2" });
      if (folder !== undefined && file !== undefined) await keep(folder, file, body);
      return body;
    },
    async prune() {
      if (folder === undefined) return;
      const names = await readdir(folder).catch(() => []);
      await Promise.all(names.filter((name) => !used.has(name)).map((name) => rm(join(folder, name), { force: true })));
    },
  };
}

/** A file begins with the hash of the rest. */
async function readKept(file: string): Promise<Uint8Array | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  const body = bytes?.subarray(64);
  return bytes && body && bytes.subarray(0, 64).toString("latin1") === sha256(body) ? body : undefined;
}

async function keep(folder: string, file: string, body: Uint8Array): Promise<void> {
  const temporary = `${file}.${randomUUID()}`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(temporary, Buffer.concat([Buffer.from(sha256(body), "latin1"), body]));
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw explainDisk(error, `write the fonts in ${folder}`);
  }
}
