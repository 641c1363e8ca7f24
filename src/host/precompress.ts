import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Manifest, ManifestEntry } from "./manifest.ts";
import type { Staging } from "./staging.ts";
import { taskLimit } from "./task-limit.ts";

/** Texts; pictures and fonts are compressed already. */
const compressible = /\.(?:html|css|js|json|xml|svg|txt|md|csv|bib|ris|webmanifest|wasm)$/;

/** Below this a packet of the network is not saved. */
const leastBytes = 1024;

/** Of Brotli's: 9 takes six times as long, for tables that it fills anew for each file, and 11 fifty times; they save 1 and 8 %. */
const brotliQuality = 8;

/** How each form is made. Neither writes a time or a name, so the same bytes give the same bytes. */
const forms = [
  {
    ending: ".br",
    make: (bytes: Uint8Array): Promise<Buffer> =>
      promisify(brotliCompress)(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
        },
      }),
  },
  { ending: ".gz", make: (bytes: Uint8Array): Promise<Buffer> => promisify(gzip)(bytes, { level: 9 }) },
] as const;

/** As many as the threads of Node that do it. */
const atOnce = 4;

interface Trees {
  /** The tree that is being made. */
  readonly staging: Staging;
  readonly folder: string;
  /** The tree in place, and what is in it. */
  readonly place: string;
  readonly before: Manifest;
}

/**
 * Writes the texts of a tree once more as `.br` and `.gz` beside themselves, as nginx and Caddy send them. What the tree
 * in place holds of an unchanged file is linked; a file that the author has made stays.
 *
 * @returns all files of the tree
 */
export async function precompress(files: Manifest, trees: Trees): Promise<Manifest> {
  const all = new Map(files);
  const limit = taskLimit(atOnce);
  for (const [path, entry] of files) {
    if (!compressible.test(path) || entry.size < leastBytes) continue;
    const missing = forms.filter(({ ending }) => !files.has(path + ending));
    await limit.add(async () => {
      for (const form of missing) all.set(path + form.ending, await compressOne(path, { form, entry, trees }));
    });
  }
  await limit.done();
  return all;
}

interface One {
  readonly form: (typeof forms)[number];
  readonly entry: ManifestEntry;
  readonly trees: Trees;
}

async function compressOne(path: string, { form, entry, trees }: One): Promise<ManifestEntry> {
  const name = path + form.ending;
  const old = trees.before.get(name);
  if (old && trees.before.get(path)?.sha256 === entry.sha256) {
    await trees.staging.link(name, join(trees.place, name));
    return old;
  }
  return trees.staging.write(name, await form.make(await readFile(join(trees.folder, path))));
}
