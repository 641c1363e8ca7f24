import { newlineToBreak } from "mdast-util-newline-to-break";
import type { Template } from "../../model/brand.ts";
import type { ParseOptions } from "../../model/config.ts";
import type { PostLink, SourceFormula, SourceReference } from "../../model/post.ts";
import type { Span } from "../../model/position.ts";
import { boxWideBlocks } from "../markdown/blocks.ts";
import { joinCjkLines } from "../markdown/cjk-lines.ts";
import { holeLinks } from "../markdown/links.ts";
import { prepareRawHtml } from "../markdown/raw-html.ts";
import { print, render } from "../markdown/render.ts";
import { collectMath, handlers } from "../markdown/to-hast.ts";
import { parseMarkdown } from "../math-syntax/parse-markdown.ts";
import { closeList } from "./closed-list.ts";
import { commentExcerpt } from "./comment-excerpt.ts";
import { decodeTex, openParagraphs } from "./html-comment.ts";

/** The text of a comment: markup with holes, and what belongs into the holes. */
export interface ParsedComment {
  readonly body: Template;
  readonly excerpt: Template;
  readonly formulas: readonly SourceFormula[];
  readonly references: readonly SourceReference[];
  readonly links: readonly PostLink[];
  /** What the list of elements took away, at its place in the text. */
  readonly problems: readonly { readonly message: string; readonly span?: Span }[];
}

export interface ParseCommentOptions extends Pick<ParseOptions, "language" | "oldHosts"> {
  /** Options of rehype-katex; a fresh object. */
  readonly katexOptions: () => Readonly<Record<string, unknown>>;
}

/** Characters of the excerpt in lists of comments. */
const excerptLength = 60;

/**
 * Reads the text of a comment, Markdown or HTML, with formulas. An end of line is one, as commenters expect. It passes
 * the list for posts and then the shorter one for comments.
 */
export function parseComment(text: string, { language, oldHosts, katexOptions }: ParseCommentOptions): ParsedComment {
  const { tree: markdown } = parseMarkdown(openParagraphs(text));
  prepareRawHtml(markdown);
  newlineToBreak(markdown);
  const margins = joinCjkLines(markdown);
  const math = collectMath(markdown, 0);
  const rendered = render(markdown, { language, handlers: handlers(math, margins), katexOptions });
  const tree = closeList(rendered.tree);
  const excerpt = print(commentExcerpt(tree, excerptLength, (index) => math.formulas[index]?.layout !== "inline"));
  boxWideBlocks(tree, language);
  const links = holeLinks(tree, oldHosts);
  return {
    body: print(tree),
    excerpt,
    formulas: math.formulas.map((formula) => ({ ...formula, tex: decodeTex(formula.tex) })),
    references: math.references,
    links,
    problems: rendered.removed.map(({ what, span }) => {
      return { message: `${what} is not allowed in a comment`, ...(span && { span }) };
    }),
  };
}
