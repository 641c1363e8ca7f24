import type { OutPath } from "../model/brand.ts";
import type { OutputFile } from "../model/page.ts";
import type { AssetLinks } from "../model/site.ts";
import { schemeFallback } from "./scheme-fallback.ts";

export interface StyleSources {
  /** KaTeX's stylesheet, and those of its fonts that the site needs by file name, from the package that typesets. */
  readonly katexCss: string;
  readonly katexFonts: ReadonlyMap<string, Uint8Array>;
  /** The theme's stylesheets in order. */
  readonly screen: readonly string[];
  readonly print: readonly string[];
  /** The scripts of pages, name → text. */
  readonly scripts: ReadonlyMap<string, string>;
  /** What is loaded when a reader searches: the script of the search, and KaTeX. */
  readonly search?: { readonly script: string; readonly katex: string };
}

export interface Assets {
  readonly files: readonly OutputFile[];
  readonly links: Pick<AssetLinks, "styles" | "fonts" | "scripts" | "search" | "scriptHashes">;
}

/**
 * The stylesheets and scripts of the site: KaTeX's and the theme's in one file, print apart, and KaTeX's fonts as
 * woff2. Names hold a hash of the content, so that hosts may let browsers keep them for ever.
 */
export function bundleStyles(
  sources: StyleSources,
  base: string,
  hash: (content: string | Uint8Array) => string,
): Assets {
  const fonts = [...sources.katexFonts].map(([name, body]) => ({
    name,
    body,
    file: `${name}.${hash(body).slice(0, 10)}.woff2`,
  }));
  const katexCss = withOwnFonts(sources.katexCss, new Map(fonts.map(({ name, file }) => [name, file])));
  const theme = sources.screen.join("\n");
  const screen = [katexCss, theme, schemeFallback(theme)].join("\n").trimEnd();
  const print = sources.print.join("\n");
  const screenName = `assets/site.${hash(screen).slice(0, 10)}.css`;
  const printName = `assets/print.${hash(print).slice(0, 10)}.css`;
  const scripts = [...sources.scripts].map(([name, body]) => ({
    path: `assets/${name}.${hash(body).slice(0, 10)}.js` as OutPath,
    body,
  }));
  const late = Object.entries(sources.search ?? {}).map(([name, body]) => ({
    path: `assets/${name === "katex" ? "katex" : "search"}.${hash(body).slice(0, 10)}.js` as OutPath,
    body,
  }));
  const [searchScript, searchKatex] = late;
  return {
    files: [
      { path: screenName as OutPath, body: screen },
      { path: printName as OutPath, body: print },
      ...fonts.map(({ file, body }) => ({ path: `assets/fonts/${file}` as OutPath, body })),
      ...scripts,
      ...late,
    ],
    links: {
      ...(searchScript &&
        searchKatex && { search: { script: base + searchScript.path, katex: base + searchKatex.path } }),
      scripts: scripts.map(({ path }) => base + path),
      styles: [{ href: base + screenName }, { href: base + printName, media: "print" }],
      fonts: Object.fromEntries(fonts.map(({ name, file }) => [name, `${base}assets/fonts/${file}`])),
    },
  };
}

/**
 * Keeps only the woff2 source of every font, which all browsers since 2018 read, under its hashed name. A font that
 * is not shipped is not mentioned.
 */
function withOwnFonts(css: string, fileOf: ReadonlyMap<string, string>): string {
  return css.replace(/@font-face\s*\{[^}]*\}/g, (face) => {
    const file = fileOf.get(/([\w-]+)\.woff2/.exec(face)?.[1] ?? "");
    return file === undefined ? "" : face.replace(/src:[^;}]*/, `src:url(fonts/${file}) format("woff2")`);
  });
}
