import { katexSpy } from "./katex-spy.ts";
import { fillPart } from "../../src/pages/fill.ts";
import { configSchema, type UserConfig } from "../../src/config/schema.ts";
import { sha256 } from "../../src/host/hash.ts";
import { typeset } from "../../src/math/typeset.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { Html, SourcePath } from "../../src/model/brand.ts";
import type { Post } from "../../src/model/post.ts";
import { finalMacros } from "../../src/math/macros/final-macros.ts";
import { parseOptions } from "../../src/parse/options.ts";
import { parse } from "../../src/parse/parse.ts";

export interface SetPost {
  readonly post: Post;
  /** Those about mathematics. */
  readonly diagnostics: readonly Diagnostic[];
  /** TeX that KaTeX was given for formulas, definitions of macros left out. */
  readonly handed: readonly string[];
  /** The body as on the post's own page. */
  readonly body: Html;
  /** The same, each formula folded to what it shows: `⟨x+1⟩`. */
  readonly folded: Html;
}

/** Parses and typesets one post as the program does. */
export function setPost(text: string, math: NonNullable<UserConfig["math"]> = {}, after = 0): SetPost {
  const config = configSchema.parse({ math });
  const tex = katexSpy();
  const source = { path: "a.md" as SourcePath, text, hash: sha256(text) };
  const parsed = parse(source, parseOptions(config), { size: () => "unknown" }, (formulas, own) =>
    tex.renderer.pluginOptions(finalMacros(formulas, { ...config.math.macros, ...own })),
  );
  if (!parsed.value) throw new Error("the front matter was refused");
  const { start = after + 1 } = parsed.value.meta.equations ?? {};
  const set = typeset(parsed.value, { math: config.math, after: start - 1 }, tex.renderer);
  const input = {
    site: { config },
    linkHref: (href: string) => href,
    linkText: () => "" as Html,
    equation: () => undefined,
  };
  return {
    post: set.value,
    diagnostics: [...parsed.diagnostics, ...set.diagnostics].filter(({ code }) => code.startsWith("math/")),
    handed: tex.handed,
    body: fillPart(set.value.body, set.value, { own: true }, input as never),
    folded: fillPart(set.value.body, foldFormulas(set.value), { own: true }, input as never),
  };
}

function foldFormulas(post: Post): Post {
  const fold = <T extends string>(html: T): T => (html.includes('class="katex') ? `⟨${shownText(html)}⟩` : html) as T;
  return {
    ...post,
    formulas: post.formulas.map((formula) => ({ ...formula, html: fold(formula.html) })),
    references: post.references.map(({ target, ...rest }) => ({
      ...rest,
      ...(target && { target: { ...target, numberHtml: fold(target.numberHtml) } }),
    })),
  };
}

/** Diagnostics as lines: `error math/katex 3:9-3:17 message`; those that are off by default are left out. */
export function diagnosticLines({ diagnostics }: SetPost, withMessage = false, withOff = false): readonly string[] {
  return diagnostics
    .filter(({ code }) => withOff || code !== "math/unused-label")
    .map(({ severity, code, span, message, hint, related }) => {
      const place = span ? ` ${span.start.line}:${span.start.column}-${span.end.line}:${span.end.column}` : "";
      const more = (related ?? []).map(
        (one) => `; see ${one.span?.start.line}:${one.span?.start.column} ${one.message}`,
      );
      const words = withMessage ? ` ${message}${more.join("")}${hint === undefined ? "" : ` → ${hint}`}` : "";
      return `${severity} ${code}${place}${words}`;
    });
}

/** What a formula shows, read from its MathML: text without markup and invisible operators. */
export function shownText(html: string): string {
  return html
    .replace(/<annotation[^]*?<\/annotation>/g, "")
    .replace(/<span class="katex-html"[^]*/, "")
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/[\u2061\u200b\u2062\u00a0\s]/g, "");
}
