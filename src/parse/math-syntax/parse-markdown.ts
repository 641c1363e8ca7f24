import type { Root } from "mdast";
import remarkCjkFriendly from "remark-cjk-friendly";
import remarkCjkFriendlyGfmStrikethrough from "remark-cjk-friendly-gfm-strikethrough";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import { type Data, type Processor, unified } from "unified";
import type { MathFinding } from "./finding.ts";
import { boundEmphasis } from "../markdown/bound-emphasis.ts";
import { boundNesting } from "../markdown/bound-nesting.ts";
import { type MathExtension, mathExtension } from "./math-extension.ts";
import { restoreTree } from "./restore-tree.ts";

export type { MathFinding } from "./finding.ts";

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
  readonly findings: readonly MathFinding[];
}

const withMath = /\$|\\(?:begin|end|eqref|ref)\{/;
const withBrackets = /\$|\\(?:(?:begin|end|eqref|ref)\{|[()[\]])/;

/**
 * Parses Markdown with formulas to a tree.
 *
 * @param source text without byte-order mark, with `\n` line ends; a front matter is blanked out with
 *   spaces, so that offsets are those of the file
 * Reports math/unclosed-display, math/unclosed-environment, math/unknown-environment, math/stray-end,
 * math/odd-dollars, math/dollar-run, math/table-bar.
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
  if (cjk) processor.use(boundEmphasis);
  const tree = processor.parse(extension?.text ?? bounded.text);
  restoreTree(tree, bounded);
  return { tree, findings: extension?.findings ?? [] };
}

/** Adds the extension behind the one of remark-math, which has made both lists, and silences that one. */
function register(this: Processor, { syntax, compile }: MathExtension): void {
  const { micromarkExtensions, fromMarkdownExtensions } = this.data() as Required<Data>;
  micromarkExtensions.push(syntax);
  fromMarkdownExtensions.push(compile);
}
