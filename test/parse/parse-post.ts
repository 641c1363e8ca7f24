import { configSchema, type UserConfig } from "../../src/config/schema.ts";
import { sha256 } from "../../src/host/hash.ts";
import { imagesMemory } from "../../src/host/images-memory.ts";
import type { SourcePath } from "../../src/model/brand.ts";
import type { Diagnostic, Outcome } from "../../src/model/diagnostic.ts";
import type { ImageSize } from "../../src/model/ports.ts";
import type { ParsedPost } from "../../src/model/post.ts";
import { parseOptions } from "../../src/parse/options.ts";
import { parse } from "../../src/parse/parse.ts";

export interface ParsePostOptions {
  readonly path?: string;
  readonly config?: UserConfig;
  /** Whether the site has a file of references. */
  readonly citations?: boolean;
  readonly pictures?: Readonly<Record<string, ImageSize | "unknown">>;
}

/** Parses the text of one post, front matter and all. */
export function parseText(text: string, options: ParsePostOptions = {}): Outcome<ParsedPost | undefined> {
  const { path = "a.md", config = {}, pictures = {}, citations = false } = options;
  const source = { path: path as SourcePath, text, hash: sha256(text) };
  return parse(source, parseOptions(configSchema.parse(config), citations), imagesMemory(pictures), () => ({}));
}

/** Parses the body of a post that has a title and a date. */
export function parseBody(
  body: string,
  options: ParsePostOptions = {},
): { readonly post: ParsedPost; readonly diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics } = parseText(`---\ntitle: 题\ndate: 2024-01-01\n---\n${body}`, options);
  if (!value) throw new Error("the front matter was refused");
  return { post: value, diagnostics };
}

/** Markup of a part of a post, formulas as their TeX between ⟨ and ⟩, links as they were written. */
export function readable(template: string, { formulas, links }: ParsedPost): string {
  return template
    .replace(/<x-formula n="(\d+)"><\/x-formula>/g, (_all, index: string) => `⟨${formulas[Number(index)]?.tex}⟩`)
    .replace(/href="x-link:(\d+)"/g, (_all, index: string) => `href="→${links[Number(index)]?.href}"`);
}
