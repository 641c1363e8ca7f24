import { phraseIn, type FoundRange } from "../../text/search/phrase-in-text.ts";
import { make } from "./dom.ts";
import { bare } from "./pages.ts";

/** What a block is made of: text, or a formula, which counts as one character and is never cut. */
type Piece = { readonly text: string } | { readonly formula: Element };

/** A paragraph, a cell, a heading …, whose text is read by itself. */
export interface Block {
  readonly element: Element;
  readonly pieces: readonly Piece[];
  readonly text: string;
}

/** A part of a body that shows what was found. */
export interface Snippet {
  readonly block: Block;
  readonly shown: DocumentFragment;
}

const blockNames = new Set(
  "p li h1 h2 h3 h4 h5 h6 td th dt dd blockquote div section aside figcaption caption summary".split(" "),
);
/** What is no text of the post; formulas are looked at before. */
const skipped = "pre, script, style, svg, [hidden], [aria-hidden=true]";

/** Characters before and behind what was found. */
const before = 36;
const behind = 78;
/** Length from which a block says something by itself. */
const wordy = 30;

/** The texts of a body in the way of the index. */
export function blocksIn(body: Element): readonly Block[] {
  const blocks: Block[] = [];
  const read = (element: Element): void => {
    const pieces: Piece[] = [];
    const walk = (node: Node): void => {
      if (node instanceof Text) pieces.push({ text: node.data });
      if (!(node instanceof Element)) return;
      if (node.matches(".katex, .math-error, mjx-container")) pieces.push({ formula: node });
      else if (node.matches(skipped)) return;
      else if (blockNames.has(node.localName)) read(node);
      else node.childNodes.forEach(walk);
    };
    element.childNodes.forEach(walk);
    const text = pieces.map((piece) => ("text" in piece ? piece.text : "\ufffc")).join("");
    if (/[^\s\ufffc]/.test(text)) blocks.push({ element, pieces, text });
  };
  read(body);
  return blocks;
}

/** The part of a body that has most of the phrases; without any its beginning. */
export function snippetOf(body: Element, phrases: readonly string[]): Snippet | undefined {
  let best: { readonly block: Block; readonly ranges: readonly FoundRange[]; readonly rank: number } | undefined;
  for (const block of blocksIn(body)) {
    const found = phrases.map((phrase) => phraseIn(block.text, phrase));
    // Among equals a paragraph says more than a heading or the words before a formula.
    const rank = 2 * found.filter(({ length }) => length > 0).length + (block.text.length < wordy ? 0 : 1);
    if (!best || rank > best.rank) best = { block, ranges: found.flat().sort((a, b) => a.start - b.start), rank };
  }
  return best && { block: best.block, shown: cut(best.block, best.ranges) };
}

function cut({ pieces, text }: Block, ranges: readonly FoundRange[]): DocumentFragment {
  const [first = { start: 0, end: 0 }] = ranges;
  const from = beginning(text, first.start);
  const to = ending(text, first.end);
  const shown = document.createDocumentFragment();
  if (from > 0) shown.append("…");
  let offset = 0;
  for (const piece of pieces) {
    const length = "text" in piece ? piece.text.length : 1;
    const [start, end] = [Math.max(from, offset), Math.min(to, offset + length)];
    if (start < end) append(shown, piece, { start: start - offset, end: end - offset }, shift(ranges, -offset));
    offset += length;
  }
  if (to < text.trimEnd().length) shown.append("…");
  return shown;
}

function append(
  shown: DocumentFragment,
  piece: Piece,
  { start, end }: FoundRange,
  ranges: readonly FoundRange[],
): void {
  if ("formula" in piece) {
    shown.append(make("span", { class: "m" }, bare(piece.formula)));
    return;
  }
  let from = start;
  for (const range of ranges) {
    const [open, close] = [Math.max(from, range.start), Math.min(end, range.end)];
    if (open >= close) continue;
    shown.append(piece.text.slice(from, open), make("mark", {}, piece.text.slice(open, close)));
    from = close;
  }
  shown.append(piece.text.slice(from, end));
}

function shift(ranges: readonly FoundRange[], by: number): readonly FoundRange[] {
  return ranges.map(({ start, end }) => ({ start: start + by, end: end + by }));
}

/** A snippet begins with its sentence, if that is near, and never inside a word. */
function beginning(text: string, start: number): number {
  const from = Math.max(0, start - before);
  if (from === 0) return 0;
  const sentence = /[。！？；\n](?=[^。！？；\n]*$)/.exec(text.slice(from, start));
  if (sentence) return from + sentence.index + 1;
  const word = /[A-Za-z0-9]*$/.exec(text.slice(0, from));
  return from - (word?.[0].length ?? 0);
}

function ending(text: string, end: number): number {
  const to = Math.min(text.length, end + behind);
  const word = /^[A-Za-z0-9]*/.exec(text.slice(to));
  return to + (word?.[0].length ?? 0);
}
