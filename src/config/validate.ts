import type * as z from "zod";
import type { SiteConfig } from "../model/config.ts";
import { nearest } from "../text/edit-distance.ts";
import { configSchema } from "./schema.ts";

export type ConfigResult =
  | { readonly ok: true; readonly config: SiteConfig }
  /** One line a problem: `feeds.limt is not a setting; did you mean feeds.limit?` */
  | { readonly ok: false; readonly problems: readonly string[] };

/** Checks the value of `site.config.ts`: all problems at once, each with the path of its key. */
export function validateConfig(value: unknown): ConfigResult {
  const result = configSchema.safeParse(value);
  if (result.success) return { ok: true, config: result.data };
  return { ok: false, problems: result.error.issues.flatMap(describe) };
}

function describe(issue: z.core.$ZodIssue): readonly string[] {
  const path = issue.path.join(".");
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(path, key));
  if (issue.code === "invalid_key") return [`${path}: ${issue.issues[0]?.message ?? issue.message}`];
  return [`${path}: ${issue.message}`];
}

function unknownKey(path: string, key: string): string {
  const prefix = path === "" ? "" : `${path}.`;
  const known = nearest(key, keysAt(path), 3);
  const hint = known === undefined ? "" : `; did you mean ${prefix}${known}?`;
  return `${prefix}${key} is not a setting${hint}`;
}

function keysAt(path: string): readonly string[] {
  const keys: Readonly<Record<string, readonly string[]>> = {
    "": Object.keys(configSchema.shape),
    license: ["name", "url"],
    comments: ["live"],
    feeds: ["limit", "tagLimit"],
    citation: ["prefix", "gbt"],
    math: ["macros", "numbering", "numberTemplate", "anchors", "subsetFonts"],
  };
  return keys[path] ?? ["text", "href"];
}
