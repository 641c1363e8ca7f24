import type { Root } from "mdast";
import type { Position } from "unist";
import { visit } from "unist-util-visit";
import type { VFileMessage } from "vfile-message";
import type { Template } from "../model/brand.ts";
import type { ParseOptions } from "../model/config.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import type { Images } from "../model/ports.ts";
import type { ParsedPost, SourceFormula } from "../model/post.ts";
import type { Span } from "../model/position.ts";
import type { SourceFile } from "../model/source.ts";
import type { DiagnosticCode } from "../diagnostics/codes.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { itemAt } from "../text/known.ts";
import { texToText } from "../text/tex-text.ts";
import { readFrontMatter, type FrontMatter } from "./front-matter/front-matter.ts";
import { boxWideBlocks } from "./markdown/blocks.ts";
import { joinCjkLines } from "./markdown/cjk-lines.ts";
import { takeExcerpt } from "./markdown/excerpt.ts";
import { outlineHeadings } from "./markdown/headings.ts";
import { sizeImages } from "./markdown/images.ts";
import { holeLinks } from "./markdown/links.ts";
import { findExcessCells, findOpenEmphasis } from "./markdown/lost-marks.ts";
import { prepareRawHtml } from "./markdown/raw-html.ts";
import { print, render, type Rendered } from "./markdown/render.ts";
import { termsOf, withSentences } from "./markdown/surroundings.ts";
import { textBlocks } from "./markdown/text-blocks.ts";
import { plainImageTexts } from "./markdown/plain-math.ts";
import { parseLine, parseTitle } from "./markdown/title.ts";
import { holeTitles } from "./markdown/titles.ts";
import { collectMath, handlers, spanOf } from "./markdown/to-hast.ts";
import { findTypedNumbers } from "./markdown/typed-numbers.ts";
import { countWords } from "./markdown/words.ts";
import { parseMarkdown } from "./math-syntax/parse-markdown.ts";

/** Options of rehype-katex for the formulas that arrive as HTML, given those of the tokeniser and the post's macros. */
export type HtmlMathOptions = (
  formulas: readonly SourceFormula[],
  macros: Readonly<Record<string, string>>,
) => Readonly<Record<string, unknown>>;

type Report = (code: DiagnosticCode, message: string, span?: Span, hint?: string) => void;

/**
 * Reads one post: front matter, Markdown with mathematics, raw HTML, excerpt, table of contents. The
 * result is plain data: markup with holes for formulas and for links into the archive.
 *
 * @returns `undefined` only for a file whose front matter is refused; the reason is among the diagnostics
 */
export function parse(
  source: SourceFile,
  options: ParseOptions,
  images: Images,
  htmlMath: HtmlMathOptions,
): Outcome<ParsedPost | undefined> {
  const front = readFrontMatter(source, options);
  if (!front.value) return { value: undefined, diagnostics: front.diagnostics };
  const diagnostics: Diagnostic[] = [...front.diagnostics];
  const report: Report = (code, message, span, hint) => {
    diagnostics.push(diagnostic(code, source.path, message, { span, hint }));
  };
  const { tree, findings } = parseMarkdown(front.value.body);
  // A finding is graver or lighter by case than its code is in general.
  diagnostics.push(...findings.map(({ code, message, ...details }) => diagnostic(code, source.path, message, details)));
  return {
    value: parseBody({ source, front: front.value, markdown: tree }, { options, images, htmlMath, report }),
    diagnostics,
  };
}

interface Context {
  readonly options: ParseOptions;
  readonly images: Images;
  readonly htmlMath: HtmlMathOptions;
  readonly report: Report;
}

interface ReadPost {
  readonly source: SourceFile;
  readonly front: FrontMatter;
  readonly markdown: Root;
}

function parseBody({ source, front, markdown }: ReadPost, { options, images, htmlMath, report }: Context): ParsedPost {
  const { meta } = front;
  const title = parseTitle(meta.title, front.titleSpan);
  const summary =
    meta.summary === undefined ? undefined : parseLine(meta.summary, front.summarySpan, title.formulas.length);
  const ofHead = [...title.formulas, ...(summary?.formulas ?? [])];
  if (front.titleFromHeading) dropTitleHeading(markdown);
  reportUnusedNotes(markdown, report);

  for (const { code, message, span, hint } of [
    ...findExcessCells(markdown),
    ...findOpenEmphasis(markdown, source.text),
  ])
    report(code, message, span, hint);
  const typedNumbers = findTypedNumbers(markdown, source.text);
  prepareRawHtml(markdown);
  plainImageTexts(markdown);
  const margins = joinCjkLines(markdown);
  const words = countWords(markdown);
  const math = collectMath(markdown, ofHead.length);
  const formulas: readonly SourceFormula[] = [...ofHead, ...math.formulas];
  const rendered = render(markdown, {
    language: options.language,
    handlers: handlers(math, margins),
    katexOptions: () => htmlMath(formulas, meta.macros),
  });
  reportRendered(rendered, report);
  const { tree } = rendered;
  const texOf = (index: number) => itemAt(formulas, index).tex;
  sizeImages(tree, {
    images,
    path: source.path,
    base: options.base,
    missing: (src, span) =>
      report("image/missing", `there is no picture “${src}”`, span, "put it into public/ or beside the post"),
    unreadable: (src, span) => report("image/unreadable", `the size of “${src}” cannot be read`, span),
  });
  const links = holeLinks(tree, options.oldHosts);
  const titles = holeTitles(tree, source.text, texOf);
  const blocks = textBlocks(tree, (index) => texToText(texOf(index)));
  const named = withSentences(blocks, { links, titles, references: math.references.length });
  const { toc, anchors } = outlineHeadings(tree, texOf);
  boxWideBlocks(tree, options.language);
  const excerpt = takeExcerpt(tree, options.excerptLength, (index) => formulas[index]?.layout !== "inline");
  return {
    path: source.path,
    meta,
    title: title.template,
    ...(title.partTemplate !== undefined && { partTitle: title.partTemplate }),
    ...(summary && { summary: summary.template }),
    body: print(tree),
    excerpt: print(excerpt.root),
    excerptIsCut: excerpt.isCut,
    toc: toc.map(({ children, ...entry }) => ({
      ...entry,
      title: print({ type: "root", children: [...children] }) as Template,
    })),
    formulas,
    references: math.references,
    typedNumbers,
    links: named.links,
    titles: named.titles,
    referenceSentences: named.references,
    terms: termsOf(blocks, meta),
    plainText: blocks.map(({ masked }) => masked),
    anchors,
    words,
    markdown: front.body.trim(),
  };
}

/** What was taken away or could not be set on the way to HTML. */
function reportRendered(rendered: Rendered, report: Report): void {
  for (const { what, span } of rendered.removed)
    report("markdown/html-removed", `${what} is not allowed in a post`, span);
  for (const { command, span } of rendered.unnumbered)
    report(
      "math/label-in-html",
      `${command} does nothing in a formula that came as HTML or in a block of code`,
      span,
      "write the formula between $$",
    );
  for (const message of rendered.messages) {
    // rehype-katex names the whole element.
    const span = message.place && spanOf({ position: message.place as Position });
    report("math/html-class", faultOf(message), span);
  }
}

/** What KaTeX says about a formula, without the words that rehype-katex and KaTeX put before it. */
function faultOf({ cause }: VFileMessage): string {
  return (cause as Error).message.replace(/^KaTeX parse error: /, "");
}

/** The heading that became the title is not shown a second time. */
function dropTitleHeading(root: Root): void {
  const index = root.children.findIndex((node) => node.type === "heading");
  root.children.splice(index, 1);
}

/** GFM leaves out notes that nothing refers to; their text would be lost without a word. */
function reportUnusedNotes(root: Root, report: Report): void {
  const used = new Set<string>();
  visit(root, "footnoteReference", (node) => {
    used.add(node.identifier);
  });
  visit(root, "footnoteDefinition", (node) => {
    if (used.has(node.identifier)) return;
    report(
      "markdown/unused-note",
      `nothing refers to the note “${node.identifier}”`,
      spanOf(node),
      `add [^${node.identifier}] to the text`,
    );
  });
}
