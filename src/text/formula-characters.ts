/** Widths of KaTeX's characters by their kind, in em; the first that fits holds. */
const kinds: readonly (readonly [RegExp, number])[] = [
  [/\u200b|\p{Mn}/u, 0],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u, 1],
  [/[.,:;!'|′∣ijl ·⋅]/u, 0.33],
  [/[()[\]{}⟨⟩⌊⌋⌈⌉/ftrs]/u, 0.44],
  [/∥/u, 0.5],
  [/[mw—]/u, 0.84],
  [/[⋯…]/u, 1.17],
  [/[MWℳ𝕎⋮⋱→←↔⇒⇐⇔⟶⟹⟺↦∞≪≫]/u, 1.01],
  [/[∫∮]/u, 0.56],
  [/[∑∏⋃⋂⨁]/u, 1.25],
  [/\p{Lu}/u, 0.75],
  [/\p{L}/u, 0.54],
  [/\p{N}/u, 0.5],
  [/[\p{Sm}\p{So}*-]/u, 0.778],
  [/^/u, 0.56],
];

/** Letters, digits and most signs, looked up once; formulas hold hundreds of thousands. */
const common = Array.from({ length: 0x2300 }, (_, code) => widthOf(String.fromCharCode(code)));

function widthOf(character: string): number {
  return Number(kinds.find(([kind]) => kind.test(character))?.[1]);
}

/** About how wide KaTeX draws a character, in em. */
export function characterWidth(character: string): number {
  return common[character.charCodeAt(0)] ?? widthOf(character);
}
