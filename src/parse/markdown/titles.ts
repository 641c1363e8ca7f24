import type { Element, ElementContent, Root, RootContent, Text } from "hast";
import type { TitleMention } from "../../model/post.ts";
import type { Span } from "../../model/position.ts";
import { lineIndex } from "../../text/line-index.ts";
import { textOf, type TexOf } from "./text-of.ts";

/** A longer text between 《 and 》 is no title. */
const maxLength = 200;
/** In these a title is a link already, or no text. */
const closed: ReadonlySet<string> = new Set("a code pre kbd samp tt x-formula x-ref math svg".split(" "));

type Child = RootContent | ElementContent;

/**
 * Leaves a hole `<x-title n="0">《…》</x-title>` for every title in 《》 in the text of a post, which may hold formulas
 * but no other markup. Whether it is the title of a post only the whole site knows; the page puts a link around the
 * text or leaves the text alone.
 *
 * @param source the file, for the places of the titles in it
 */
export function holeTitles(root: Root, source: string, texOf: TexOf): readonly TitleMention[] {
  const points = lineIndex(source);
  const mentions: TitleMention[] = [];
  const openers = openersIn(source);
  const spanAt = ({ owner, occurrence }: Piece): Span | undefined => {
    const start = owner && openers(owner)[occurrence];
    // Made by a reference, or by the program: it stands nowhere as such.
    if (start === undefined) return undefined;
    return { start: points.pointAt(start), end: points.pointAt(source.indexOf("》", start) + 1) };
  };
  const inside = (parent: Root | Element): void => {
    for (const child of parent.children) if (child.type === "element" && !closed.has(child.tagName)) inside(child);
    if (!parent.children.some((child) => child.type === "text" && child.value.includes("《"))) return;
    parent.children = wrap(parent.children) as typeof parent.children;
  };
  const wrap = (children: readonly Child[]): Child[] => {
    const done: Child[] = [];
    let opened: { readonly at: number; readonly piece: Piece } | undefined;
    for (const piece of split(children)) {
      const { node } = piece;
      if (isText(node, "《")) opened = { at: done.length, piece };
      else if (node.type !== "text" && !isFormula(node)) opened = undefined;
      done.push(node);
      if (!isText(node, "》") || !opened) continue;
      const title = done.slice(opened.at) as ElementContent[];
      const text = title
        .map((one) => textOf(one, texOf))
        .join("")
        .slice(1, -1);
      if (text.trim() !== "" && text.length <= maxLength) {
        done.splice(opened.at, title.length, hole(mentions.length, title));
        const span = spanAt(opened.piece);
        mentions.push({ text, ...(span && { span }) });
      }
      opened = undefined;
    }
    return done;
  };
  inside(root);
  return mentions;
}

interface Piece {
  readonly node: Child;
  /** The text that the piece is cut from. */
  readonly owner?: Text;
  /** Which of the signs 《 of that text it is, from 0. */
  readonly occurrence: number;
}

/** Offsets in the source of the signs 《 of a text, looked for once a text. */
function openersIn(source: string): (text: Text) => readonly number[] {
  const known = new Map<Text, readonly number[]>();
  return (text) => {
    const start = text.position?.start.offset;
    if (start === undefined) return [];
    const found =
      known.get(text) ??
      [...source.slice(start, text.position?.end.offset).matchAll(/《/g)].map(({ index }) => start + index);
    known.set(text, found);
    return found;
  };
}

/** The children of a node with 《 and 》 as texts of their own. */
function split(children: readonly Child[]): readonly Piece[] {
  return children.flatMap((node): readonly Piece[] => {
    if (node.type !== "text") return [{ node, occurrence: 0 }];
    let occurrence = -1;
    return node.value
      .split(/([《》])/)
      .filter((value) => value !== "")
      .map((value) => {
        if (value === "《") occurrence += 1;
        return { node: { type: "text", value }, owner: node, occurrence };
      });
  });
}

function isText(node: Child, value: string): boolean {
  return node.type === "text" && node.value === value;
}

/** A formula in the line with the wrapper that gives it its margins. */
function isFormula(node: Child): boolean {
  if (node.type !== "element") return false;
  if (node.tagName === "x-formula") return true;
  return node.tagName === "span" && node.children.length === 1 && node.children.every(isFormula);
}

function hole(index: number, children: ElementContent[]): Element {
  return { type: "element", tagName: "x-title", properties: { n: String(index) }, children };
}
