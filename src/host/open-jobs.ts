import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { JobDeps, JobInit } from "../model/ports.ts";
import type { Theme } from "../model/theme.ts";
import { sha256 } from "./hash.ts";
import { imagesNode } from "./images-node.ts";
import { katexCss } from "./katex-files.ts";
import { storeDisk } from "./store-disk.ts";
import { storeMemory } from "./store-memory.ts";
import { texKatex } from "./tex-katex.ts";
import { texMathjax } from "./tex-mathjax.ts";

/** Opens the real world for jobs, the same in the main thread and in a worker. */
export async function openJobs({ options, themeFile, imageFolders, storeFolder, version }: JobInit): Promise<JobDeps> {
  const { default: theme } = (await import(pathToFileURL(themeFile).href)) as { readonly default: Theme };
  const fallback = texMathjax();
  return {
    options,
    theme,
    version: `${version} katex ${texKatex.version} mathjax ${fallback?.version ?? "none"}`,
    // The name of a bundle holds the hash of its content.
    themeVersion: basename(themeFile),
    tex: texKatex,
    ...(fallback && { fallback }),
    katexCss: await katexCss(),
    images: imagesNode(imageFolders),
    store: storeFolder === undefined ? storeMemory() : storeDisk(storeFolder),
    bodies: storeFolder === undefined ? storeMemory() : storeDisk(join(storeFolder, "bodies")),
    records: storeFolder === undefined ? storeMemory() : storeDisk(join(storeFolder, "search")),
    comments: storeFolder === undefined ? storeMemory() : storeDisk(storeFolder),
    hash: sha256,
    now: () => performance.now(),
  };
}
