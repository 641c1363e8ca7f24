import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

/** Folder of `src` (or file, or `templates`) → what it may import. An arrow that is not here does not exist. */
const may: Readonly<Record<string, readonly string[]>> = {
  model: ["model"],
  text: ["text", "model"],
  diagnostics: ["diagnostics", "model", "text"],
  config: ["config", "model", "diagnostics", "text"],
  read: ["read", "model", "diagnostics", "text"],
  parse: ["parse", "model", "diagnostics", "text"],
  math: ["math", "model", "diagnostics", "text"],
  site: ["site", "model", "diagnostics", "text"],
  pages: ["pages", "model", "diagnostics", "text"],
  search: ["search", "model", "diagnostics", "text"],
  books: ["books", "model", "diagnostics", "text"],
  assets: ["assets", "model", "diagnostics", "text"],
  pipeline: ["pipeline", "parse", "math", "site", "pages", "search", "books", "assets", "model", "diagnostics", "text"],
  importers: ["importers", "parse", "model", "diagnostics", "text"],
  host: ["host", "model", "diagnostics", "text"],
  dev: ["dev", "host", "model", "diagnostics", "text"],
  commands: [
    "commands",
    "pipeline",
    "host",
    "dev",
    "read",
    "importers",
    "config",
    "assets",
    "parse",
    "model",
    "diagnostics",
    "text",
  ],
  "main.ts": ["commands", "host", "model", "text"],
  "worker.ts": ["pipeline", "host", "model"],
  client: ["client", "model", "text"],
  templates: ["templates", "model", "text"],
};

/** Only these may use Node; everything else gets its world handed in. */
const usesNode: ReadonlySet<string> = new Set(["host", "dev", "commands", "main.ts", "worker.ts"]);

const root = join(import.meta.dirname, "..");
const files = ["src", "templates"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join(folder, path)),
);

function areaOf(path: string): string {
  const [top = "", next = ""] = path.split("/");
  return top === "src" ? next : top;
}

describe("import star", () => {
  it.each(files)("%s imports only what its folder may", (path) => {
    const text = readFileSync(join(root, path), "utf8");
    const allowed = may[areaOf(path)];
    expect(allowed, `${areaOf(path)} is not in the table`).toBeDefined();
    for (const [, target = ""] of text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)) {
      if (target.startsWith("node:")) expect(usesNode, `${path} imports ${target}`).toContain(areaOf(path));
      if (!target.startsWith(".")) continue;
      expect(allowed, `${path} imports ${target}`).toContain(areaOf(normalize(join(dirname(path), target))));
    }
  });

  // Scripts of pages run where the reader is, and may ask for the reader's day.
  it.each(files.filter((path) => !usesNode.has(areaOf(path)) && areaOf(path) !== "client"))(
    "%s has no clock, chance or locale of its own",
    (path) => {
      const text = readFileSync(join(root, path), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, "");
      expect(text).not.toMatch(
        /new Date\(\)|Date\.now|Math\.random|\bprocess\.|\bconsole\.|localeCompare\(|toLocaleString\(\)/,
      );
    },
  );
});
