import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { SiteConfig } from "../model/config.ts";
import { filesNode } from "../host/files-node.ts";
import { sha256 } from "../host/hash.ts";
import { useError } from "../host/use-error.ts";
import { parseDate } from "../text/dates.ts";
import { read, type Content } from "../read/read.ts";
import { readConfigIfAny } from "./project.ts";
import { targetFolders, type TargetFolders } from "./import/target-folder.ts";

/** The content of a site, for commands that change its data without building it. */
export interface SiteContent {
  readonly config: SiteConfig;
  readonly content: Content;
  /** Writes into the content folder and nowhere else: `content/data/…`. */
  readonly target: TargetFolders;
  /** How the content folder is written in messages, with a final `/`. */
  readonly folder: string;
}

/** @throws a use error if there is no content folder */
export async function openContent(
  root: string,
  { content = "content" }: { readonly content?: string },
): Promise<SiteContent> {
  const folder = resolve(root, content);
  if (!existsSync(folder)) throw useError(`there is no folder ${content}`, "run the command in the folder of a site");
  const config = await readConfigIfAny(root);
  const { value } = await read(filesNode(folder), sha256);
  const target = targetFolders({ content: folder, public: resolve(root, "public") });
  return { config, content: value, target, folder: `${content.replace(/\/+$/, "")}/` };
}

/** The present day in a zone. */
export function today(timeZone: string): string {
  const day = parseDate(`${new Date().toISOString().slice(0, 19)}Z`, timeZone)?.day;
  if (day === undefined) throw new Error("the clock shows no date");
  return day;
}

/** Writes a text if it differs from what is there. @returns whether it does */
export async function writeIfNew(
  target: Pick<TargetFolders, "read" | "write">,
  path: string,
  text: string,
  dryRun: boolean,
): Promise<boolean> {
  const present = await target.read(path);
  if (present && new TextDecoder().decode(present) === text) return false;
  if (!dryRun) await target.write(path, new TextEncoder().encode(text));
  return true;
}
