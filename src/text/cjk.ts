/**
 * A character that is set on a full-width body: hanzi, kana, Hangul, CJK punctuation and full-width
 * forms. The marks “ ” ‘ ’ — … · belong to Chinese and to Latin text and are not counted.
 */
export function isCjk(char: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u.test(
    char,
  );
}

/** A hanzi or kana, that is, a CJK character that is not a mark. */
export function isHanzi(char: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(char) && !/\p{P}/u.test(char);
}
