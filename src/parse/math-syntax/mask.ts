/** A source whose block markers inside formulas are hidden behind private-use characters; offsets are unchanged. */
export interface Mask {
  readonly text: string;
  /** Puts the hidden characters back into any string made from the text; absent when nothing is hidden. */
  readonly restore?: (value: string) => string;
}

const privateFirst = 0xe000;
const privateLast = 0xf8ff;

/**
 * Hides the characters at the given offsets (ascending). Each different character gets a private-use
 * character that the source does not hold; a source that holds them all is left as it is.
 */
export function maskSource(source: string, offsets: readonly number[]): Mask {
  const stands = new Map<string, string>();
  const hidden = new Map<string, string>();
  let candidate = privateFirst;
  for (const offset of offsets) {
    const character = source.charAt(offset);
    if (stands.has(character)) continue;
    while (candidate <= privateLast && source.includes(String.fromCharCode(candidate))) candidate++;
    if (candidate > privateLast) return { text: source };
    const replacement = String.fromCharCode(candidate++);
    stands.set(character, replacement);
    hidden.set(replacement, character);
  }
  if (hidden.size === 0) return { text: source };
  const pattern = new RegExp(`[${[...hidden.keys()].join("")}]`, "g");
  return {
    text: substitute(source, offsets, stands),
    restore: (value) => value.replace(pattern, (character) => String(hidden.get(character))),
  };
}

function substitute(source: string, offsets: readonly number[], stands: ReadonlyMap<string, string>): string {
  const parts: string[] = [];
  let done = 0;
  for (const offset of offsets) {
    parts.push(source.slice(done, offset), String(stands.get(source.charAt(offset))));
    done = offset + 1;
  }
  parts.push(source.slice(done));
  return parts.join("");
}
