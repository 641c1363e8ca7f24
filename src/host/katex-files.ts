import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import katex from "katex";

/** Where the KaTeX that typesets keeps its stylesheet and fonts. */
const folder = join(dirname(createRequire(import.meta.url).resolve("katex/package.json")), "dist");

/**
 * The stylesheet of the KaTeX that typesets.
 * @throws if it is of another version: class names change, and formulas would fall apart without any error
 */
export async function katexCss(): Promise<string> {
  const css = await readFile(join(folder, "katex.min.css"), "utf8");
  const version = /\.katex-version:after\{content:"([^"]*)"/.exec(css)?.[1];
  if (version !== katex.version)
    throw new Error(`KaTeX ${katex.version} typesets, but its stylesheet in ${folder} is of version ${version ?? "?"}`);
  return css;
}

/** The stylesheet of the KaTeX that typesets for a document on this machine: its fonts are read where they are installed. */
export async function katexCssHere(): Promise<string> {
  return (await katexCss()).replaceAll("url(fonts/", `url(${pathToFileURL(folder).href}/fonts/`);
}

/** The KaTeX that typesets, as a script for browsers. */
export function katexScript(): Promise<string> {
  return readFile(join(folder, "katex.min.js"), "utf8");
}

/** KaTeX's fonts as woff2, by name of the file without extension. */
export async function katexFontFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const names = (await readdir(join(folder, "fonts"))).filter((name) => name.endsWith(".woff2")).sort();
  const read = async (name: string) =>
    [name.replace(/\.woff2$/, ""), await readFile(join(folder, "fonts", name))] as const;
  return new Map(await Promise.all(names.map(read)));
}
