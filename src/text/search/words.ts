/** A hanzi, or a word of another script, of a text. */
export interface Word {
  /** In the form in which it is compared: lower case, full-width letters as plain ones. */
  readonly text: string;
  /** Range in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Counts words; marks and formulas between two words count as one more, however many they are. */
  readonly position: number;
  readonly isHanzi: boolean;
}

/** Longest word that is told apart from longer ones with the same beginning. */
const maxWord = 40;

const hanzi = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
const pattern = new RegExp(
  `([${hanzi}]+)|((?:(?![${hanzi}])[\\p{L}\\p{N}\\p{M}])+)|\\s+|[^${hanzi}\\p{L}\\p{N}\\p{M}\\s]+`,
  "gu",
);

/**
 * Cuts a text into what is searched for: every hanzi by itself, words of other scripts whole. White space parts words and
 * counts for nothing; anything else leaves a gap, so that a phrase never runs across a mark or a formula.
 */
export function wordsIn(text: string): readonly Word[] {
  const words: Word[] = [];
  let position = 0;
  let isGap = false;
  for (const { 0: part, 1: run, 2: word, index } of text.matchAll(pattern)) {
    const found = run ?? (word === undefined ? "" : [word]);
    if (found === "") {
      isGap ||= /\S/.test(part);
      continue;
    }
    if (isGap) position += 1;
    isGap = false;
    let start = index;
    for (const one of found) {
      const end = start + one.length;
      const shown = run === undefined ? one.normalize("NFKC").toLowerCase().slice(0, maxWord) : one;
      words.push({ text: shown, start, end, position, isHanzi: run !== undefined });
      position += 1;
      start = end;
    }
  }
  return words;
}

/** Whether nothing but hanzi stands between two neighbouring words. */
export function isPair(first: Word, second: Word | undefined): second is Word {
  return first.isHanzi && second?.isHanzi === true && second.position === first.position + 1;
}
