/** Characters that take no column: combining marks, joiners and other format characters, controls, vowels and finals of hangul. */
const zero = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}\u1160-\u11ff]$/u;

/** East Asian wide and full-width characters (UAX 11, classes W and F) that are not emoji. */
const wide =
  /^[\u1100-\u115f\u2329\u232a\u2630-\u2637\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1aff0}-\u{1b2ff}\u{1d300}-\u{1d376}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]$/u;

/** A cluster that a terminal draws as one picture: an emoji, or a sign turned into one by U+FE0F. */
const picture = /\p{Emoji_Presentation}|\ufe0f/u;

/** Text in which every character is a cluster, and those from U+3000 on are wide: nearly all there is. */
const plain = /^[ -~\u00d7\u0391-\u03c9\u2014\u2018-\u201d\u2026\u3000-\u3029\u4e00-\u9fff\uff01-\uff60]*$/;
const wideInPlain = /[\u3000-\uff60]/g;

const clusters = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Columns that a text takes in a terminal: hanzi and full-width forms two, combining and zero-width
 * characters none, an emoji two however many code points it is made of, all others one. Characters
 * of ambiguous width (`“`, `…`, `α`) count one, as terminals have them by default.
 */
export function displayWidth(text: string): number {
  if (plain.test(text)) return text.length + (text.match(wideInPlain)?.length ?? 0);
  let width = 0;
  for (const { segment } of clusters.segment(text)) width += clusterWidth(segment);
  return width;
}

function clusterWidth(cluster: string): number {
  if (picture.test(cluster)) return 2;
  let width = 0;
  for (const character of cluster) width += zero.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

/**
 * The line to print below a source line, with `^` under the marked characters.
 *
 * What stands before them is replaced by blanks of the same width: a full-width space under a wide
 * character, because fonts rarely make two spaces as wide as a hanzi, and tabs as they are. There is at
 * least one caret, and none beyond the end of the line.
 *
 * @param column of the first marked character, from 1, in UTF-16 units
 * @param length of the marked text in UTF-16 units
 */
export function caretLine(line: string, column: number, length: number): string {
  const start = column - 1;
  let blanks = "";
  for (const { segment } of clusters.segment(line.slice(0, start))) blanks += blankFor(segment);
  return blanks + "^".repeat(Math.max(1, displayWidth(line.slice(start, start + length))));
}

function blankFor(cluster: string): string {
  if (cluster === "\t") return cluster;
  const width = clusterWidth(cluster);
  return "\u3000".repeat(width >> 1) + " ".repeat(width & 1);
}
