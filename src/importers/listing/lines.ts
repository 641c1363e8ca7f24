import { displayWidth } from "../../text/display-width.ts";
import { findRegions, type Region } from "./tex-regions.ts";

/** Running text, or a region of another kind, with the line (from 0) on which it begins. */
export interface Part {
  readonly kind: "text" | Region["kind"];
  readonly text: string;
  readonly line: number;
  readonly closer?: string;
}

/** A line with text in it; a display that goes over several lines is part of one. */
export interface ListingLine {
  readonly parts: readonly [Part, ...Part[]];
  readonly text: string;
  /** Where it begins, from 0. */
  readonly line: number;
  /** A line without text stands before it. */
  readonly apart: boolean;
  /** Could be the heading of a section: short, no mark at its end, no display, nothing cut off. */
  readonly isShort: boolean;
}

/** Widest heading in columns: 20 hanzi. */
const headingWidth = 40;

/**
 * Cuts a text at the line ends outside of formulas and leaves out lines without text. White space around
 * a line is dropped, because Markdown would read code or a line break in it; an indent of U+3000 stays.
 */
export function toLines(body: string): readonly ListingLine[] {
  const lines: ListingLine[] = [];
  let apart = false;
  for (const parts of splitParts(toParts(body))) {
    const line = toLine(trimParts(parts), apart);
    if (line) lines.push(line);
    apart = !line;
  }
  return lines;
}

function toParts(body: string): readonly Part[] {
  const parts: Part[] = [];
  let [at, line] = [0, 0];
  const take = (kind: Part["kind"], end: number, closer?: string) => {
    const text = body.slice(at, end);
    parts.push({ kind, text, line, ...(closer !== undefined && { closer }) });
    line += text.split("\n").length - 1;
    at = end;
  };
  for (const { kind, start, end, closer } of findRegions(body)) {
    take("text", start);
    take(kind, end, closer);
  }
  take("text", body.length);
  return parts;
}

/** Parts by line; newlines inside of regions do not count. */
function splitParts(parts: readonly Part[]): readonly (readonly Part[])[] {
  let current: Part[] = [];
  const lines = [current];
  for (const part of parts) {
    const texts = part.kind === "text" ? part.text.split("\n") : [part.text];
    texts.forEach((text, index) => {
      if (index > 0) lines.push((current = []));
      if (text !== "") current.push({ ...part, text, line: part.line + index });
    });
  }
  return lines;
}

function trimParts(parts: readonly Part[]): readonly Part[] {
  const last = parts.length - 1;
  return parts
    .map((part, index) => {
      if (part.kind !== "text") return part;
      const start = index === 0 ? part.text.replace(/^[ \t]+/, "") : part.text;
      return { ...part, text: index === last ? start.trimEnd() : start };
    })
    .filter(({ text }) => text !== "");
}

function toLine(parts: readonly Part[], apart: boolean): ListingLine | undefined {
  const [first, ...others] = parts;
  if (!first) return undefined;
  const text = parts.map((part) => part.text).join("");
  const isShort =
    parts.every(({ kind, closer }) => kind !== "display" && closer === undefined) &&
    displayWidth(text) <= headingWidth &&
    /\p{L}/u.test(text) &&
    !/[。！？…：；，、.!?:;,]$/u.test(text);
  return { parts: [first, ...others], text, line: first.line, apart, isShort };
}
