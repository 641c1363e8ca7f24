import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { OutPath } from "../model/brand.ts";
import type { Glyphs } from "../model/post.ts";
import type { Theme } from "../model/theme.ts";
import { bundleStyles, type Assets } from "../assets/styles.ts";
import { fontSubset } from "../host/font-subset.ts";
import { sha256, sha256Base64 } from "../host/hash.ts";
import { minifyCss } from "../host/minify-css.ts";
import { clientFile } from "../host/program.ts";
import { katexCss, katexFontFiles, katexScript } from "../host/katex-files.ts";
import type { Project } from "./project.ts";

export interface FontOptions {
  /** Only these glyphs are shipped; absent: whole fonts. */
  readonly glyphs?: Glyphs;
  /** Whether subsets are kept for the next build. */
  readonly cache: boolean;
}

/** The stylesheets and fonts of a site: the theme's and those of the KaTeX that typesets. */
export async function styleAssets(project: Project, fonts: FontOptions): Promise<Assets> {
  const hasSearch = project.config.search.engine !== "none";
  const scripts = [
    "reading" as const,
    ...(project.config.comments.live ? ["live-comments" as const] : []),
    ...(hasSearch ? ["open-search" as const] : []),
    ...(project.config.offline.app ? ["offline" as const] : []),
  ];
  const { default: theme } = (await import(pathToFileURL(project.themeFile).href)) as { readonly default: Theme };
  const script = (name: Parameters<typeof clientFile>[0]) => readFile(clientFile(name), "utf8");
  const read = async (name: string) => minifyCss(await readFile(join(project.stylesFolder, name), "utf8"));
  const { files, links } = bundleStyles(
    {
      katexCss: await katexCss(),
      katexFonts: await fontFiles(project, fonts),
      screen: await Promise.all(theme.styles.screen.map(read)),
      print: await Promise.all(theme.styles.print.map(read)),
      scripts: new Map(await Promise.all(scripts.map(async (name) => [name, await script(name)] as const))),
      ...(hasSearch && { search: { script: await script("search"), katex: await katexScript() } }),
    },
    project.config.base,
    sha256,
  );
  // Browsers ask for it under one name for ever, and it answers for everything below the folder it lies in.
  const worker = { path: "sw.js" as OutPath, body: await script("service-worker") };
  const own = project.config.offline.app ? [worker] : [];
  return { files: [...files, ...own], links: { ...links, scriptHashes: scriptHashes(theme) } };
}

/** What a Content-Security-Policy calls the scripts that stand in pages. */
export function scriptHashes({ inlineScripts }: Theme): readonly string[] {
  return inlineScripts.map((script) => sha256Base64(script));
}

/** KaTeX's fonts, or what of them the site uses. */
async function fontFiles(project: Project, { glyphs, cache }: FontOptions): Promise<ReadonlyMap<string, Uint8Array>> {
  const whole = await katexFontFiles();
  if (!glyphs) return whole;
  const subset = fontSubset(cache ? join(project.workFolder, "fonts") : undefined);
  const files = new Map<string, Uint8Array>();
  for (const [name, font] of whole) {
    const characters = glyphs[name];
    if (characters !== undefined) files.set(name, await subset.make(font, characters));
  }
  await subset.prune();
  return files;
}
