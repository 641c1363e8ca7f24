/** Marks that begin something and may not end a line. The ink stands in the right half of the body. */
const opening: ReadonlySet<string> = new Set("（［｛〔【〖《〈「『“‘([");
/** Marks that end something and may not begin a line. The ink stands in the left half of the body. */
const closing: ReadonlySet<string> = new Set("）］｝〕】〗》〉」』”’、，。．；：！？,.;:!?)]%％‰°′″");
/** Closing marks on a full body whose right half is blank. */
const halfBlank: ReadonlySet<string> = new Set("）］｝〕】〗》〉」』”’、，。．；：");
const halfBlankOpening: ReadonlySet<string> = new Set("（［｛〔【〖《〈「『“‘");

export function isOpening(char: string): boolean {
  return opening.has(char);
}

export function isClosing(char: string): boolean {
  return closing.has(char);
}

/**
 * Whether of two marks side by side the blank between them goes: `。”`, `》（`, `（“`. The first one then takes half a
 * body less. `！` and `？` stand in the middle and keep theirs.
 */
export function squeezes(first: string, second: string): boolean {
  if (halfBlank.has(first))
    return halfBlank.has(second) || halfBlankOpening.has(second) || second === "·" || second === "\u3000";
  return halfBlankOpening.has(second) && (halfBlankOpening.has(first) || first === "·");
}
