import type { Root as HastRoot } from "hast";
import type { Root } from "mdast";
import type { WorkCitation } from "../model/bibliography.ts";
import type { Template } from "../model/brand.ts";
import type { ParseOptions } from "../model/config.ts";
import type { Images } from "../model/ports.ts";
import type { ParsedPost, SourceFormula } from "../model/post.ts";
import type { SourceFile } from "../model/source.ts";
import { workAnchor } from "../text/citation-holes.ts";
import { itemAt } from "../text/known.ts";
import { texToText } from "../text/tex-text.ts";
import type { FrontMatter } from "./front-matter/front-matter.ts";
import { measureBlocks } from "./markdown/block-lengths.ts";
import { boxWideBlocks } from "./markdown/blocks.ts";
import { holeCitations } from "./markdown/citations.ts";
import { joinCjkLines } from "./markdown/cjk-lines.ts";
import { takeExcerpt } from "./markdown/excerpt.ts";
import { figureImages } from "./markdown/figures.ts";
import { outlineHeadings } from "./markdown/headings.ts";
import { sizeImages } from "./markdown/images.ts";
import { holeLinks } from "./markdown/links.ts";
import { nameNotes } from "./markdown/notes.ts";
import { modernizeHtml } from "./markdown/old-html.ts";
import { plainImageTexts } from "./markdown/plain-math.ts";
import { prepareRawHtml } from "./markdown/raw-html.ts";
import { print, render } from "./markdown/render.ts";
import { placeNotes } from "./markdown/sidenotes.ts";
import { termsOf, withSentences } from "./markdown/surroundings.ts";
import { textBlocks } from "./markdown/text-blocks.ts";
import { parseLine, parseTitle, type ParsedLine, type ParsedTitle } from "./markdown/title.ts";
import { holeTitles } from "./markdown/titles.ts";
import { collectMath, handlers, type CollectedMath } from "./markdown/to-hast.ts";
import { findTypedNumbers } from "./markdown/typed-numbers.ts";
import { countWords } from "./markdown/words.ts";
import { reportLostMarks, reportRendered, reportUnusedNotes, type Report } from "./report.ts";

/** Options of rehype-katex for the formulas that arrive as HTML, given those of the tokeniser and the post's macros. */
export type HtmlMathOptions = (
  formulas: readonly SourceFormula[],
  macros: Readonly<Record<string, string>>,
) => Readonly<Record<string, unknown>>;

export interface BodyContext {
  readonly options: ParseOptions;
  readonly images: Images;
  readonly htmlMath: HtmlMathOptions;
  readonly report: Report;
}

/** A post after its front matter and its Markdown are read. */
export interface ReadPost {
  readonly source: SourceFile;
  readonly front: FrontMatter;
  readonly markdown: Root;
}

/** Turns the Markdown of a post into markup with holes, and says what belongs into the holes. */
export function parseBody(post: ReadPost, context: BodyContext): ParsedPost {
  const { source, front } = post;
  const head = parseHead(front);
  const html = toHtml(post, head.formulas, context);
  const { tree, formulas, math } = html;
  const body = layOut(tree, { ...html, source }, context);
  return {
    path: source.path,
    meta: front.meta,
    ...head.templates,
    ...body.parts,
    formulas,
    references: math.references,
    typedNumbers: html.typedNumbers,
    terms: termsOf(body.blocks, front.meta),
    plainText: body.blocks.map(({ masked }) => masked),
    words: html.words,
    markdown: front.body.trim(),
  };
}

interface Head {
  readonly templates: Pick<ParsedPost, "title" | "partTitle" | "summary">;
  /** Those of the title, then those of the summary. */
  readonly formulas: readonly SourceFormula[];
}

function parseHead({ meta, titleSpan, summarySpan }: FrontMatter): Head {
  const title: ParsedTitle = parseTitle(meta.title, titleSpan);
  const summary: ParsedLine | undefined =
    meta.summary === undefined ? undefined : parseLine(meta.summary, summarySpan, title.formulas.length);
  return {
    templates: {
      title: title.template,
      ...(title.partTemplate !== undefined && { partTitle: title.partTemplate }),
      ...(summary && { summary: summary.template }),
    },
    formulas: [...title.formulas, ...(summary?.formulas ?? [])],
  };
}

interface BodyHtml extends Pick<ParsedPost, "typedNumbers" | "words"> {
  readonly tree: HastRoot;
  readonly math: CollectedMath;
  /** Of head and body. */
  readonly formulas: readonly SourceFormula[];
}

/** Safe HTML of the body; what got lost on the way is reported. */
function toHtml(
  { source, front, markdown }: ReadPost,
  ofHead: readonly SourceFormula[],
  { options, htmlMath, report }: BodyContext,
): BodyHtml {
  if (front.titleFromHeading) dropTitleHeading(markdown);
  reportUnusedNotes(markdown, report);
  reportLostMarks(markdown, source, report);
  const typedNumbers = findTypedNumbers(markdown, source.text);
  prepareRawHtml(markdown);
  plainImageTexts(markdown);
  const margins = joinCjkLines(markdown);
  const words = countWords(markdown);
  const math = collectMath(markdown, ofHead.length);
  const formulas = [...ofHead, ...math.formulas];
  const rendered = render(markdown, {
    language: options.language,
    handlers: handlers(math, margins),
    katexOptions: () => htmlMath(formulas, front.meta.macros),
  });
  reportRendered(rendered, report);
  return { tree: rendered.tree, math, formulas, typedNumbers, words };
}

/** The heading that became the title is not shown a second time. */
function dropTitleHeading(root: Root): void {
  const index = root.children.findIndex((node) => node.type === "heading");
  root.children.splice(index, 1);
}

/** Leaves holes for what the whole site decides, and gives notes, pictures and headings their form. */
function layOut(
  tree: HastRoot,
  { formulas, math, source }: BodyHtml & { readonly source: SourceFile },
  { options, images, report }: BodyContext,
) {
  const { language } = options;
  const texOf = (index: number) => itemAt(formulas, index).tex;
  const texts: string[] = [];
  const textOf = (index: number) => (texts[index] ??= texToText(texOf(index)));
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
  const citations = options.citations ? holeCitations(tree, source.text) : [];
  const blocks = textBlocks(tree, textOf);
  const named = withSentences(blocks, { links, titles, references: math.references.length });
  figureImages(tree);
  const notes = nameNotes(tree, language);
  const { toc, anchors } = outlineHeadings(tree, texOf, language);
  boxWideBlocks(tree, language);
  modernizeHtml(tree);
  const excerpt = takeExcerpt(tree, options.excerptLength, (index) => formulas[index]?.layout !== "inline");
  placeNotes(tree, notes, language);
  measureBlocks(tree, textOf);
  return {
    blocks,
    parts: {
      body: print(tree),
      excerpt: print(excerpt.root),
      excerptIsCut: excerpt.isCut,
      toc: toc.map(({ children, ...entry }) => ({
        ...entry,
        title: print({ type: "root", children: [...children] }) as Template,
      })),
      links: named.links,
      titles: named.titles,
      citations,
      referenceSentences: named.references,
      anchors: [...anchors, ...workAnchors(citations)],
    },
  };
}

/** Places of cited works in the list of references. */
function workAnchors(citations: readonly WorkCitation[]): readonly string[] {
  return [...new Set(citations.flatMap(({ works }) => works.map(({ key }) => workAnchor(key))))];
}
