import type { Root } from "mdast";
import remarkCjkFriendly from "remark-cjk-friendly";
import remarkCjkFriendlyGfmStrikethrough from "remark-cjk-friendly-gfm-strikethrough";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import type { Extension } from "micromark-util-types";
import { type Data, type Processor, unified } from "unified";
import type { Point } from "../../model/position.ts";
import type { MarkdownFinding } from "./finding.ts";
import { boundMarks } from "../markdown/bound-marks.ts";
import { boundNesting } from "../markdown/bound-nesting.ts";
import { type MathExtension, mathExtension } from "./math-extension.ts";
import { restoreTree } from "./restore-tree.ts";

export type { MarkdownFinding } from "./finding.ts";

export interface ParseMarkdownOptions {
  /** Read formulas. Default: true; false gives plain Markdown. */
  readonly math?: boolean;
  /** More names of environments that are read without `$`. */
  readonly environments?: readonly string[];
  /** Read `\(…\)` and `\[…\]` too. Default: false, because they are escaped brackets in Markdown. */
  readonly brackets?: boolean;
  /** Tables, footnotes, strikethrough, task lists, bare links. Default: true. */
  readonly gfm?: boolean;
  /** Emphasis that closes beside Chinese punctuation. Default: true. */
  readonly cjk?: boolean;
}

export interface ParsedMarkdown {
  /** Positions are positions in the source. */
  readonly tree: Root;
  /** In the order of the source. */
  readonly findings: readonly MarkdownFinding[];
}

const withMath = /\$|\\(?:begin|end|eqref|ref)\{/;
const withBrackets = /\$|\\(?:(?:begin|end|eqref|ref)\{|[()[\]])/;

/**
 * Parses Markdown with formulas to a tree.
 *
 * @param source text without byte-order mark, with `\n` line ends; a front matter is blanked out with
 *   spaces, so that offsets are those of the file
 * Reports math/unclosed-display, math/unclosed-environment, math/unknown-environment, math/stray-end,
 * math/odd-dollars, math/dollar-run, math/table-bar, markdown/too-many-marks.
 */
export function parseMarkdown(source: string, options: ParseMarkdownOptions = {}): ParsedMarkdown {
  const { math = true, gfm = true, cjk = true, brackets = false } = options;
  const bounded = boundNesting(source);
  const extension =
    math && (brackets ? withBrackets : withMath).test(source) ? mathExtension(bounded.text, options) : undefined;
  const processor = unified().use(remarkParse);
  if (extension) processor.use(remarkMath).use(register, extension);
  if (gfm) processor.use(remarkGfm);
  if (cjk) processor.use(remarkCjkFriendly);
  if (cjk && gfm) processor.use(remarkCjkFriendlyGfmStrikethrough);
  const findings: MarkdownFinding[] = [];
  processor.use(
    addSyntax,
    boundMarks((mark) => void findings.push(excessMark(mark))),
  );
  const tree = processor.parse(extension?.text ?? bounded.text);
  restoreTree(tree, bounded);
  return { tree, findings: [...findings, ...(extension?.findings ?? [])] };
}

/** Adds the extension behind the one of remark-math, which has made both lists, and silences that one. */
function register(this: Processor, { syntax, compile }: MathExtension): void {
  const { micromarkExtensions, fromMarkdownExtensions } = this.data() as Required<Data>;
  micromarkExtensions.push(syntax);
  fromMarkdownExtensions.push(compile);
}

/** Adds an extension of the syntax behind all others. */
function addSyntax(this: Processor, syntax: Extension): void {
  const data: Data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), syntax];
}

function excessMark(start: Point): MarkdownFinding {
  return {
    code: "markdown/too-many-marks",
    severity: "warning",
    span: { start, end: { ...start, column: start.column + 1, offset: start.offset + 1 } },
    message: "no more marks are read in this paragraph, where thousands stand before this one; the others are text",
    hint: "begin a new paragraph",
  };
}
