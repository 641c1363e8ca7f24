import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Theme } from "../model/theme.ts";
import { bundleStyles, type Assets } from "../assets/styles.ts";
import { filesNode } from "../host/files-node.ts";
import { sha256 } from "../host/hash.ts";
import type { Project } from "./project.ts";

/** The stylesheets and fonts of a site: the theme's and those of the KaTeX that typesets. */
export async function styleAssets(project: Project): Promise<Assets> {
  const { default: theme } = (await import(pathToFileURL(project.themeFile).href)) as { readonly default: Theme };
  const katex = dirname(createRequire(import.meta.url).resolve("katex/package.json"));
  const fonts = (await filesNode(join(katex, "dist", "fonts")).list()).filter((path) => path.endsWith(".woff2"));
  const read = (name: string) => readFile(join(project.stylesFolder, name), "utf8");
  return bundleStyles(
    {
      katexCss: await readFile(join(katex, "dist", "katex.min.css"), "utf8"),
      katexFonts: new Map(
        await Promise.all(
          fonts.map(
            async (path) => [path.replace(/\.woff2$/, ""), await readFile(join(katex, "dist", "fonts", path))] as const,
          ),
        ),
      ),
      screen: await Promise.all(theme.styles.screen.map(read)),
      print: await Promise.all(theme.styles.print.map(read)),
    },
    project.config.base,
    sha256,
  );
}
