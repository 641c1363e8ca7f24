import type { Element as HastElement, Nodes as HastNodes, Root as HastRoot } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { Nodes, Root } from "mdast";
import rehypeRaw from "rehype-raw";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import type { SourceFile } from "../src/model/source.ts";
import { configSchema } from "../src/config/schema.ts";
import { imagesMemory } from "../src/host/images-memory.ts";
import { readFrontMatter } from "../src/parse/front-matter/front-matter.ts";
import { allowedElements, knownElements } from "../src/parse/markdown/allow-list.ts";
import { toHastOptions } from "../src/parse/markdown/to-hast.ts";
import { parseMarkdown } from "../src/parse/math-syntax/parse-markdown.ts";
import { parseOptions } from "../src/parse/options.ts";
import { parse } from "../src/parse/parse.ts";
import { decodeAddress } from "../src/text/decode-address.ts";
import { escapeHtml } from "../src/text/escape.ts";

/** What the page of a post shows of its source, outside of mathematics. */
export interface TextComparison {
  /** Characters outside of mathematics, white space not counted. */
  readonly characters: number;
  readonly formulas: number;
  /** The first place at which page and source differ. */
  readonly difference?: { readonly source: string; readonly page: string };
}

const options = parseOptions(configSchema.parse({}));
/** Stands for a formula or a reference in a source that is read without mathematics. */
const hole = "\ufffc";
const context = 40;

/**
 * Compares the text of a post's page with that of its source.
 *
 * The source is read a second time without any mathematics: the ranges of its formulas are cut out, and what is left
 * goes through plain Markdown and HTML. White space does not count, because lines of Chinese text are joined. Not
 * text: tags, comments, scripts and styles, notes that nothing refers to, alternative texts of pictures, ways back from notes.
 */
export function compareText(source: SourceFile): TextComparison {
  const front = readFrontMatter(source, options).value;
  const post = parse(source, options, imagesMemory({}), () => ({})).value;
  if (!front || !post) return { characters: 0, formulas: 0 };
  const { tree } = parseMarkdown(front.body);
  if (front.titleFromHeading) dropFirstHeading(tree);
  const ranges = mathRanges(tree);
  const expected = squeeze(plainText(withoutMath(front.body, ranges), front.titleFromHeading));
  const page = squeeze(textWithNotes(fromHtml(post.body, { fragment: true })));
  const holes = post.body.match(/<x-(?:formula|ref) /g)?.length ?? 0;
  const result = { characters: expected.length, formulas: ranges.length };
  if (holes !== ranges.length) {
    return { ...result, difference: { source: `${ranges.length} formulas and references`, page: `${holes}` } };
  }
  if (expected === page) return result;
  const at = firstDifference(expected, page);
  const cut = (text: string) => text.slice(Math.max(0, at - context / 2), at + context);
  return { ...result, difference: { source: cut(expected), page: cut(page) } };
}

type Range = readonly [start: number, end: number];

/** Formulas and references outside of alternative texts, in order. */
function mathRanges(tree: Root): readonly Range[] {
  const ranges: Range[] = [];
  const used = usedNotes(tree);
  visit(tree, (node) => {
    if (node.type === "footnoteDefinition" && !used.has(node.identifier)) return "skip";
    if (node.type !== "math" && node.type !== "inlineMath" && node.type !== "mathRef") return undefined;
    ranges.push([node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]);
    return undefined;
  });
  return ranges.toSorted(([a], [b]) => a - b);
}

function usedNotes(tree: Root): ReadonlySet<string> {
  const used = new Set<string>();
  visit(tree, "footnoteReference", ({ identifier }) => void used.add(identifier));
  return used;
}

function withoutMath(text: string, ranges: readonly Range[]): string {
  let result = "";
  let done = 0;
  for (const [start, end] of ranges) {
    result += text.slice(done, start) + hole;
    done = end;
  }
  return result + text.slice(done);
}

function plainText(markdown: string, dropHeading: boolean): string {
  const { tree } = parseMarkdown(markdown, { math: false });
  if (dropHeading) dropFirstHeading(tree);
  visit(tree, "html", (node) => {
    node.value = node.value.replace(tag, (all, name: string) => (isElement(name) ? all : escapeHtml(all)));
  });
  const toHast = unified().use(remarkRehype, { ...toHastOptions(options.language, {}), handlers: {} });
  const hast = unified().use(rehypeRaw).runSync(toHast.runSync(tree)) as HastRoot;
  return textWithNotes(hast);
}

const tag = /<\/?([A-Za-z][\w-]*)(?:\s[^>]*)?\/?>/g;

/** What looks like a tag and is no element of HTML, `vector<int>`, is text. */
function isElement(name: string): boolean {
  const lower = name.toLowerCase();
  return allowedElements.has(lower) || knownElements.has(lower);
}

function dropFirstHeading(tree: Root): void {
  const index = tree.children.findIndex(({ type }: Nodes) => type === "heading");
  tree.children.splice(index, 1);
}

const silent: ReadonlySet<string> = new Set(
  "script style template iframe object embed noscript title textarea select svg math".split(" "),
);

/** The text of a tree, its notes at the end by name, wherever they stand; a caption of a figure is the words of its picture. */
function textWithNotes(root: HastRoot): string {
  const notes: (readonly [name: string, text: string])[] = [];
  visit(root, "element", (node, index, parent) => {
    const { id, className, dataFootnoteBackref } = node.properties;
    const isNote = String(id).startsWith("fn-") && (node.tagName === "li" || node.tagName === "aside");
    const isSign = dataFootnoteBackref !== undefined || String(className) === "no" || id === "footnote-label";
    if ((!isNote && !isSign && !isCaption(node, parent)) || index === undefined || !parent) return undefined;
    parent.children.splice(index, 1);
    if (isNote) notes.push([decodeAddress(String(id)), textWithNotes({ type: "root", children: node.children })]);
    return index;
  });
  const sorted = notes.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return [hastText(root), ...sorted].join("");
}

function isCaption({ tagName }: HastElement, parent: HastNodes | undefined): boolean {
  if (tagName !== "figcaption" || parent?.type !== "element") return false;
  const [link] = parent.children;
  return link?.type === "element" && link.tagName === "a" && hastText(link) === "";
}

function hastText(node: HastNodes): string {
  if (node.type === "text") return node.value;
  if (node.type === "element" && silent.has(node.tagName)) return "";
  return "children" in node ? node.children.map(hastText).join("") : "";
}

function squeeze(text: string): string {
  return text.replace(/[\s\ufffc]+/g, "");
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}
