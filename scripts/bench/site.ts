import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

/** The program of this checkout. */
export const program = join(root, "scripts", "suanjing.mjs");

/**
 * Makes a folder a site with the theme of this checkout; the posts come afterwards. Returns their folder.
 *
 * @param settings what else stands in its configuration
 */
export function makeSite(folder: string, settings = {}): string {
  const posts = join(folder, "content", "posts");
  mkdirSync(posts, { recursive: true });
  for (const name of ["templates", "node_modules"]) symlinkSync(join(root, name), join(folder, name));
  const config = { title: "Bench", baseUrl: "https://example.org", ...settings };
  writeFileSync(join(folder, "site.config.ts"), `export default ${JSON.stringify(config)};\n`);
  return posts;
}
