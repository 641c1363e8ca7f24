import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BookWorld } from "../model/book.ts";
import type { Theme } from "../model/theme.ts";
import { sha256 } from "../host/hash.ts";
import { isHidden } from "../host/hidden-names.ts";
import { pictureBytes } from "../host/picture-bytes.ts";
import { pathsBelow, stampsOf } from "../host/stamps.ts";
import { pictureTypeOf } from "../text/picture-type.ts";
import type { BuildOptions } from "./build-site.ts";
import type { Project } from "./project.ts";

/** What the books of a project are made with: its theme's words and styles, its pictures. */
export async function bookWorld(
  project: Project,
): Promise<{ readonly world: BookWorld; readonly names: Theme["names"] }> {
  const { default: theme } = (await import(pathToFileURL(project.themeFile).href)) as { readonly default: Theme };
  const read = (name: string) => readFile(join(project.stylesFolder, name), "utf8");
  const styles = (await Promise.all(theme.styles.book.map(read))).join("\n");
  const folders = [project.publicFolder, project.contentFolder];
  const pictures = folders.flatMap((folder) => pathsBelow(folder, isHidden)).filter((path) => pictureTypeOf(path));
  const version = sha256(JSON.stringify([styles, stampsOf(pictures)]));
  return { world: { picture: pictureBytes(folders), styles, hash: sha256, version }, names: theme.names };
}

/** The books of a site that is built: every series as an EPUB. */
export async function siteBooks(project: Project): Promise<NonNullable<BuildOptions["books"]>> {
  const choice = () => ({ kind: "all" as const });
  return { ...(await bookWorld(project)), choice, withComments: false, folder: "books/", only: false };
}
