import { existsSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { SiteConfig } from "../model/config.ts";
import { validateConfig } from "../config/validate.ts";
import { loadModule } from "../host/load-module.ts";
import { programFile } from "../host/program.ts";
import { useError } from "../host/use-error.ts";

/** A site on disk: its configuration and its folders. */
export interface Project {
  readonly root: string;
  readonly config: SiteConfig;
  /** Bundled theme, ready to be imported here and in workers. */
  readonly themeFile: string;
  /** Folder of the theme's stylesheets. */
  readonly stylesFolder: string;
  readonly contentFolder: string;
  readonly publicFolder: string;
  /** Ignored folder for everything that can be made again. */
  readonly workFolder: string;
  /** What configuration and theme were made from: files, and folders in which another file could take their place. */
  readonly sources: readonly string[];
  /** How the content folder is written in messages, with a final `/`. */
  readonly contentName: string;
}

export interface ProjectOptions {
  readonly content?: string;
  readonly base?: string;
  /** Links name files, whatever the configuration says. */
  readonly relative?: boolean;
}

const configName = "site.config.ts";
const ownTheme = "templates/index.ts";

/**
 * Opens the site whose configuration stands in `root`.
 * @throws a use error that lists every problem of the configuration, or names the folder that is missing
 */
export async function openProject(
  root: string,
  { content = "content", base, relative = false }: ProjectOptions,
): Promise<Project> {
  const { config: settings, sources } = await readConfig(root, base);
  const config = relative || settings.offline.relative ? forDisk(settings) : settings;
  const contentFolder = resolve(root, content);
  if (!existsSync(contentFolder)) throw useError(`there is no folder ${content}`, "name a folder with Markdown files");
  const themeSource = findTheme(root, config.theme);
  const theme = await loadModule(themeSource, join(root, ".suanjing"));
  return {
    root,
    config,
    themeFile: theme.file,
    stylesFolder: join(dirname(themeSource), "styles"),
    contentFolder,
    publicFolder: join(root, "public"),
    workFolder: join(root, ".suanjing"),
    sources: sourcesOf([themeSource, ...theme.sources, ...sources], root),
    contentName: displayName(root, contentFolder),
  };
}

/** The theme of the site, or the program's where the site has none and names none. */
function findTheme(root: string, theme: string): string {
  const file = resolve(root, theme);
  if (existsSync(file)) return file;
  if (theme === ownTheme) return programFile(ownTheme);
  throw useError(`there is no theme ${theme}`, `without \`theme\` in ${configName} the site has the theme of suanjing`);
}

/** From a disk, browsers load no modules and start no workers. */
function forDisk(config: SiteConfig): SiteConfig {
  return { ...config, search: { engine: "none" }, offline: { app: false, relative: true } };
}

/** The configuration of the site in `root`; all defaults where there is none, for commands that also work without. */
export async function readConfigIfAny(root: string): Promise<SiteConfig> {
  if (existsSync(join(root, configName))) return (await readConfig(root, undefined)).config;
  const result = validateConfig({});
  if (!result.ok) throw new Error("the defaults of the configuration are not valid");
  return result.config;
}

/** The checked configuration, and the files that it was made from. */
export async function readConfig(
  root: string,
  base: string | undefined,
): Promise<{ readonly config: SiteConfig; readonly sources: readonly string[] }> {
  const file = join(root, configName);
  if (!existsSync(file))
    throw useError(`there is no ${configName} in ${basename(root)}`, "run the command in the folder of a site");
  const { value, sources } = await loadModule(file, join(root, ".suanjing"));
  const settings = typeof value === "object" && value !== null && "default" in value ? value.default : undefined;
  const result = validateConfig(base === undefined ? settings : { ...(settings as object), base });
  if (!result.ok) throw useError(result.problems.map((problem) => `${configName}: ${problem}`).join("\n"));
  return { config: result.config, sources: [file, ...sources] };
}

/** The compiler looks for settings of its own beside the configuration. */
function sourcesOf(files: readonly string[], root: string): readonly string[] {
  return [
    ...files,
    ...new Set(files.map((file) => dirname(file)).filter((folder) => folder !== root)),
    join(root, "tsconfig.json"),
  ];
}

function displayName(root: string, folder: string): string {
  const path = relative(root, folder).split(sep).join("/");
  return path === "" ? "" : `${path.startsWith("..") ? folder : path}/`;
}
