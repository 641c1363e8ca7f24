import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Root } from "hast";
import rehypeKatex from "rehype-katex";
import rehypeRaw from "rehype-raw";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { VFile } from "vfile";
import { describe, expect, it } from "vitest";
import type { Html, SourcePath, Template } from "../../../src/model/brand.ts";
import type { TexRenderer } from "../../../src/model/ports.ts";
import type { ParsedPost, SourceFormula } from "../../../src/model/post.ts";
import { validateConfig } from "../../../src/config/validate.ts";
import { texKatex } from "../../../src/host/tex-katex.ts";
import { finalMacros } from "../../../src/math/macros/final-macros.ts";
import { validMathml } from "../../../src/math/katex/valid-mathml.ts";
import { typeset } from "../../../src/math/typeset.ts";
import { collectMath } from "../../../src/parse/markdown/to-hast.ts";
import { parseMarkdown } from "../../../src/parse/math-syntax/parse-markdown.ts";

const config = validateConfig({ title: "t" });
if (!config.ok) throw new Error(config.problems.join("\n"));
const { math } = config.config;

/** Formulas of the folders, at most so many, each of them once. `FORMULAS_FROM=folder` takes another folder. */
const folder = process.env["FORMULAS_FROM"];
const root = join(import.meta.dirname, "..", "..", "..");
const folders = folder === undefined ? [join(root, "content"), join(root, "test", "cases")] : [folder];
const limit = 1000;

function formulasIn(path: string): readonly SourceFormula[] {
  const files = readdirSync(path, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
  return files
    .sort()
    .flatMap((name) => collectMath(parseMarkdown(readFileSync(join(path, name), "utf8")).tree, 0).formulas);
}

/** What we make of a formula, if KaTeX is given exactly what the author wrote. */
function ours(formula: SourceFormula): Html | undefined {
  const given: string[] = [];
  const renderer: TexRenderer = {
    ...texKatex,
    open() {
      const session = texKatex.open();
      return {
        ...session,
        render(tex, request) {
          given.push(tex);
          return session.render(tex, request);
        },
      };
    },
  };
  const post: ParsedPost = {
    path: "a.md" as SourcePath,
    meta: { id: "a" as never, title: "", author: "", tags: [], draft: false, aliases: [], macros: {}, extra: {} },
    title: "" as Template,
    body: "" as Template,
    excerpt: "" as Template,
    excerptIsCut: false,
    toc: [],
    formulas: [formula],
    references: [],
    typedNumbers: [],
    links: [],
    titles: [],
    citations: [],
    referenceSentences: [],
    terms: [],
    plainText: [],
    markdown: "",
    anchors: [],
    words: { hanzi: 0, words: 0, displays: 0, codeLines: 0 },
  };
  const [done] = typeset(post, { math, after: 0 }, renderer).value.formulas;
  const isPlain = given.length === 1 && given[0] === formula.tex && done?.failed === false;
  return isPlain ? done.html : undefined;
}

const printer = unified().use(rehypeStringify).freeze();

function throughParser(html: string): string {
  const tree: Root = { type: "root", children: [{ type: "raw", value: html }] };
  return printer.stringify(unified().use(rehypeRaw).runSync(tree) as Root);
}

function byRehypeKatex({ tex, layout }: SourceFormula): string {
  const className = [layout === "inline" ? "math-inline" : "math-display"];
  const tree: Root = {
    type: "root",
    children: [
      { type: "element", tagName: "span", properties: { className }, children: [{ type: "text", value: tex }] },
    ],
  };
  const options = texKatex.pluginOptions(finalMacros([], {}));
  return printer.stringify(unified().use(rehypeKatex, options).runSync(tree, new VFile()) as Root);
}

describe("plain formulas", () => {
  it("are what rehype-katex makes of them", () => {
    const all = folders.flatMap(formulasIn);
    const distinct = [...new Map(all.map((one) => [`${one.layout} ${one.tex}`, one])).values()];
    const plain = distinct.flatMap((formula) => {
      const html = ours(formula);
      return html === undefined ? [] : [{ formula, html }];
    });
    const compared = plain.slice(0, limit);
    console.info(`${compared.length} of ${distinct.length} distinct formulas compared`);
    expect(compared.length).toBeGreaterThan(300);
    // What we add: places to break a line, and MathML that validators accept.
    const different = compared.filter(
      ({ formula, html }) => throughParser(html.replaceAll("<wbr>", "")) !== validMathml(byRehypeKatex(formula)),
    );
    expect(different.map(({ formula }) => formula.tex)).toEqual([]);
  });
});
