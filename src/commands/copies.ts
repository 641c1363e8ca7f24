import { join } from "node:path";
import type { OutPath } from "../model/brand.ts";
import { filesNode } from "../host/files-node.ts";
import { sha256 } from "../host/hash.ts";
import type { Project } from "./project.ts";

/** Everything that is copied: `public/` to the root, files beside posts to their own path. */
export async function copiesOf(project: Project, attached: readonly string[]) {
  const ofPublic = await filesNode(project.publicFolder).list();
  const files = [
    ...ofPublic.map((path) => ({ out: path as OutPath, from: join(project.publicFolder, path) })),
    ...attached
      .filter((path) => !ofPublic.includes(path))
      .map((path) => ({ out: path as OutPath, from: join(project.contentFolder, path) })),
  ];
  const icon = ["favicon.svg", "favicon.ico", "favicon.png"].find((name) => ofPublic.includes(name));
  return {
    files,
    version: sha256(JSON.stringify(files.map(({ out }) => out))),
    favicon: icon === undefined ? {} : { favicon: project.config.base + icon },
  };
}
