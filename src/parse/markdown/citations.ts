import type { Element, ElementContent, Root, RootContent, Text } from "hast";
import type { CitedWork, WorkCitation } from "../../model/bibliography.ts";
import { lineIndex, type LineIndex } from "../../text/line-index.ts";

/** In these `[@key]` is no citation, because the text is a link already, or no text. */
const closed: ReadonlySet<string> = new Set("a code pre kbd samp tt x-formula x-ref x-title math svg".split(" "));

const key = String.raw`@[\p{L}\p{N}_][\p{L}\p{N}_:.+/&-]*`;
/** A key, then which part of the work is meant: `@knuth1984, 第 3 节`. */
const work = String.raw`\s*${key}\s*(?:[,，][^\[\]@;；]{1,200})?`;
const citation = new RegExp(String.raw`\[${work}(?:[;；]${work})*\]`, "gu");
const parts = new RegExp(String.raw`(${key})\s*(?:[,，]([^\[\]@;；]*))?`, "gu");

/**
 * Leaves a hole `<x-cite n="0">[@…]</x-cite>` for every citation in the text of a post. Which works there are only the
 * whole site knows; the page puts their numbers in its place or leaves what the author wrote. `\[@key]` is no citation.
 *
 * @param source the file, for the places of the keys in it
 */
export function holeCitations(root: Root, source: string): readonly WorkCitation[] {
  const points = lineIndex(source);
  const citations: WorkCitation[] = [];
  const holesIn = (text: Text): ElementContent[] => {
    const places = placesOf(text, source);
    const pieces: ElementContent[] = [];
    let end = 0;
    for (const { 0: written, index } of text.value.matchAll(citation)) {
      const place = places[openings(text.value.slice(0, index))];
      if (place?.isEscaped === true) continue;
      pieces.push({ type: "text", value: text.value.slice(end, index) }, hole(citations.length, written));
      citations.push({ works: worksIn(written, place?.offset, { source, points }) });
      end = index + written.length;
    }
    return end === 0 ? [text] : [...pieces, { type: "text", value: text.value.slice(end) }];
  };
  const inside = (parent: Root | Element): void => {
    parent.children = (parent.children as readonly (RootContent | ElementContent)[]).flatMap((child) => {
      if (child.type === "element" && !closed.has(child.tagName)) inside(child);
      return child.type === "text" && child.value.includes("[@") ? holesIn(child) : [child];
    }) as typeof parent.children;
  };
  inside(root);
  return citations;
}

function openings(text: string): number {
  return text.split("[").length - 1;
}

interface Place {
  readonly offset: number;
  readonly isEscaped: boolean;
}

/** The brackets `[` of a text in its file, in order; none for a text that the program has made. */
function placesOf({ position }: Text, source: string): readonly Place[] {
  const start = position?.start.offset;
  if (start === undefined) return [];
  return [...source.slice(start, position?.end.offset).matchAll(/\[/g)].map(({ index }) => ({
    offset: start + index,
    isEscaped: source[start + index - 1] === "\\",
  }));
}

/** The works of a citation; their places are those of the same keys behind its bracket. */
function worksIn(
  written: string,
  offset: number | undefined,
  { source, points }: { readonly source: string; readonly points: LineIndex },
): readonly CitedWork[] {
  let from = offset;
  return [...written.matchAll(parts)].map(([, named = "", locator = ""]): CitedWork => {
    const at = from === undefined ? -1 : source.indexOf(named, from);
    from = at === -1 ? undefined : at + named.length;
    const part = locator.trim();
    return {
      key: named.slice(1),
      ...(part !== "" && { locator: part }),
      ...(from !== undefined && { span: { start: points.pointAt(at), end: points.pointAt(from) } }),
    };
  });
}

function hole(index: number, written: string): Element {
  return {
    type: "element",
    tagName: "x-cite",
    properties: { n: String(index) },
    children: [{ type: "text", value: written }],
  };
}
