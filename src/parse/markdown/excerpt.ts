import type { Element, ElementContent, Root, RootContent } from "hast";
import { visit } from "../visit.ts";
import { isNoteMark, isNoteSection } from "./notes.ts";

export interface Excerpt {
  readonly root: Root;
  /** The text goes on after the excerpt. */
  readonly isCut: boolean;
}

/** What a formula adds to the length of an excerpt, in characters. */
const inlineFormulaLength = 4;
const displayLength = 30;

/**
 * The beginning of a post for lists: what stands before `<!--more-->`, else the first blocks up to about
 * `limit` characters. A paragraph that is too long is cut after a sentence, never inside a formula.
 * Headings end an automatic excerpt; identifiers and notes are dropped, because the page has them too.
 * Removes the marker from `root`.
 *
 * @param isDisplay whether the formula in a hole is displayed
 */
export function takeExcerpt(root: Root, limit: number, isDisplay: (index: number) => boolean): Excerpt {
  const manual = beforeMarker(root.children);
  if (manual.found) {
    removeMarker(root);
    return { root: { type: "root", children: clean(manual.kept) as RootContent[] }, isCut: true };
  }
  const kept: RootContent[] = [];
  let left = limit;
  let isCut = false;
  for (const block of root.children) {
    if (block.type !== "element") continue;
    if (left <= 0 || isHeading(block) || isNoteSection(block)) {
      isCut ||= !isNoteSection(block) || kept.length === 0;
      if (kept.length > 0 || isNoteSection(block)) break;
      continue;
    }
    const length = lengthOf(block, isDisplay);
    if (length > left * 1.25 && block.tagName === "p") {
      kept.push(cutParagraph(block, left, isDisplay));
      isCut = true;
      break;
    }
    if (length > left * 1.25 && kept.length > 0) {
      isCut = true;
      break;
    }
    kept.push(block);
    left -= length;
  }
  return { root: { type: "root", children: clean(structuredClone(kept)) as RootContent[] }, isCut };
}

function isHeading(node: Element): boolean {
  return /^h[1-6]$/.test(node.tagName);
}

/** Copies everything before the marker, at whatever depth it stands. */
function beforeMarker(children: readonly (RootContent | ElementContent)[]): {
  kept: (RootContent | ElementContent)[];
  found: boolean;
} {
  const kept: (RootContent | ElementContent)[] = [];
  for (const child of children) {
    if (child.type !== "element") {
      kept.push({ ...child });
      continue;
    }
    if (child.tagName === "x-more") return { kept, found: true };
    const inner = beforeMarker(child.children);
    if (!inner.found || inner.kept.length > 0) {
      kept.push({ ...child, properties: { ...child.properties }, children: inner.kept as ElementContent[] });
    }
    if (inner.found) return { kept, found: true };
  }
  return { kept, found: false };
}

function removeMarker(root: Root): void {
  visit(root, (node) => {
    if (!("children" in node)) return;
    node.children = node.children.filter((child) => child.type !== "element" || child.tagName !== "x-more") as never;
  });
}

function lengthOf(node: RootContent, isDisplay: (index: number) => boolean): number {
  let length = 0;
  visit(node, (one) => {
    if (one.type === "text") length += one.value.trim().length;
    if (one.type !== "element") return;
    if (one.tagName === "img") length += displayLength;
    if (one.tagName === "x-formula")
      length += isDisplay(Number(one.properties["n"])) ? displayLength : inlineFormulaLength;
  });
  return length;
}

/** Keeps the first children of a paragraph; the text that crosses the limit is cut after a sentence or clause. */
function cutParagraph(paragraph: Element, limit: number, isDisplay: (index: number) => boolean): Element {
  const children: ElementContent[] = [];
  let left = limit;
  for (const child of paragraph.children) {
    const length = lengthOf(child, isDisplay);
    if (length <= left) {
      children.push(child);
      left -= length;
      continue;
    }
    if (child.type === "text") children.push({ type: "text", value: cutText(child.value, left) });
    break;
  }
  const last = children.at(-1);
  const isWhole = last?.type === "text" && /[。！？；]$/.test(last.value);
  return { ...paragraph, children: isWhole ? children : [...children, { type: "text", value: "…" }] };
}

function cutText(text: string, limit: number): string {
  const head = Array.from(text).slice(0, Math.max(0, limit)).join("");
  const sentence = /^[\s\S]*[。！？；]/.exec(head)?.[0] ?? "";
  if (sentence.length > head.length / 2) return sentence;
  return head.replace(/[，、：,:\s]+$/, "");
}

/** Without identifiers, notes and headings, which would stand twice or out of order on a list page. */
function clean(nodes: readonly (RootContent | ElementContent)[]): (RootContent | ElementContent)[] {
  return nodes.flatMap((node): (RootContent | ElementContent)[] => {
    if (node.type !== "element") return [node];
    if (node.tagName === "sup" && node.children.some((child) => child.type === "element" && isNoteMark(child)))
      return [];
    if (isAnchor(node)) return [];
    const { id: _id, ...properties } = node.properties;
    return [
      {
        ...node,
        tagName: isHeading(node) ? "p" : node.tagName,
        properties,
        children: clean(node.children) as ElementContent[],
      },
    ];
  });
}

function isAnchor({ properties }: Element): boolean {
  return String(properties["className"]) === "anchor";
}
