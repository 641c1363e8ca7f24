import { displayWidth } from "../text/display-width.ts";

const words = new Intl.Segmenter("zh", { granularity: "word" });

/** Marks that do not begin a line, and marks that do not end one (clreq 3.1.5). */
const closing = /^[，。、；：！？）】》〉”’…—,.;:!?)\]}%]/u;
const opening = /[（【《〈“‘([{]$/u;

/**
 * Lines of a title, at most `width` columns each where its words allow it: words of Chinese and Latin letters stay
 * whole, marks stay with the word that they belong to, and lines are as even as possible. A break behind `：` or `，`
 * is preferred.
 */
export function breakTitle(title: string, width: number): readonly string[] {
  const pieces = unbreakable(title, width);
  // best[i]: least cost of the pieces from i on, and where the first of their lines ends.
  const best: { cost: number; end: number }[] = [];
  best[pieces.length] = { cost: 0, end: pieces.length };
  for (let start = pieces.length - 1; start >= 0; start -= 1) {
    let found = { cost: Infinity, end: start + 1 };
    for (let end = start + 1; end <= pieces.length; end += 1) {
      const line = pieces.slice(start, end).join("").trim();
      if (displayWidth(line) > width && end > start + 1) break;
      const rest = best[end]?.cost ?? 0;
      const cost = rest + costOf(line, width, end === pieces.length);
      if (cost < found.cost) found = { cost, end };
    }
    best[start] = found;
  }
  const lines: string[] = [];
  for (let start = 0; start < pieces.length; start = best[start]?.end ?? pieces.length)
    lines.push(pieces.slice(start, best[start]?.end).join("").trim());
  return lines;
}

/** Every line costs something, and the more the shorter it is; the end of a clause is a good place for a break. */
function costOf(line: string, width: number, isLast: boolean): number {
  const short = 1 - displayWidth(line) / width;
  const cost = 1 + short * short * 2;
  return isLast || /[：，、；？！:,]$/u.test(line) ? cost - 0.3 : cost;
}

/** Words with the marks that cling to them; a word wider than a line is cut into characters. */
function unbreakable(title: string, width: number): readonly string[] {
  const pieces: string[] = [];
  for (const { segment } of words.segment(title)) {
    const last = pieces.at(-1);
    const clings = last !== undefined && (closing.test(segment) || opening.test(last));
    const parts = displayWidth(segment) > width ? Array.from(segment) : [segment];
    if (clings) pieces[pieces.length - 1] = last + String(parts.shift());
    pieces.push(...parts);
  }
  return pieces;
}
