import { xml } from "../../text/xml.ts";
import { diffLines } from "./line-diff.ts";

type Markup = ReturnType<typeof xml>;

/** Longest texts that are compared word by word. */
const maxLength = 6000;

/**
 * Two texts with what differs between them marked: commands of TeX, words, hanzi and signs count as wholes. Texts that
 * have little in common are not marked, for then everything would be.
 */
export function markDifferences(left: string, right: string): readonly [Markup, Markup] {
  const plain = [xml`${left}`, xml`${right}`] as const;
  if (left === "" || right === "" || left.length + right.length > maxLength) return plain;
  const [lefts, rights] = [tokensOf(left), tokensOf(right)];
  const hunks = diffLines(lefts, rights);
  const changed = hunks.reduce((sum, hunk) => sum + hunk.left.length + hunk.right.length, 0);
  if (changed * 2 > lefts.length + rights.length) return plain;
  return [
    marked(
      lefts,
      hunks.map((hunk) => [hunk.leftLine - 1, hunk.left.length]),
    ),
    marked(
      rights,
      hunks.map((hunk) => [hunk.rightLine - 1, hunk.right.length]),
    ),
  ];
}

function tokensOf(text: string): readonly string[] {
  return text.match(/\\+[A-Za-z]*|[A-Za-z0-9]+|\s+|./gsu) ?? [];
}

function marked(tokens: readonly string[], ranges: readonly (readonly [start: number, length: number])[]): Markup {
  const parts: Markup[] = [];
  let at = 0;
  for (const [start, length] of ranges) {
    parts.push(xml`${tokens.slice(at, start).join("")}`);
    if (length > 0) parts.push(xml`<mark>${tokens.slice(start, start + length).join("")}</mark>`);
    at = start + length;
  }
  parts.push(xml`${tokens.slice(at).join("")}`);
  return xml`${parts}`;
}
