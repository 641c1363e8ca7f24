import { itemAt } from "../known.ts";
import { wordsIn } from "./words.ts";

/** A range of a text, in UTF-16 units. */
export interface FoundRange {
  readonly start: number;
  readonly end: number;
}

/** Where a phrase stands in a text, by the rules of the index; the last word of the phrase may go on in the text. */
export function phraseIn(text: string, phrase: string): readonly FoundRange[] {
  const wanted = wordsIn(phrase);
  const words = wordsIn(text);
  const [first] = wanted;
  if (!first) return [];
  const found: FoundRange[] = [];
  for (let at = 0; at + wanted.length <= words.length; at += 1) {
    const { start, position } = itemAt(words, at);
    const isHere = wanted.every((word, index) => {
      const here = itemAt(words, at + index);
      const isSame = index + 1 < wanted.length ? here.text === word.text : here.text.startsWith(word.text);
      return isSame && here.position - position === word.position - first.position;
    });
    if (!isHere) continue;
    const lastWord = itemAt(wanted, wanted.length - 1);
    const last = itemAt(words, at + wanted.length - 1);
    // Of a longer word only what was asked for is marked; a letter that changes its length marks the whole word.
    const isTyped = last.end - last.start === last.text.length;
    found.push({ start, end: isTyped ? last.start + lastWord.text.length : last.end });
    at += wanted.length - 1;
  }
  return found;
}
