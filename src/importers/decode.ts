/** A text, and the encoding from which it had to be converted. */
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly converted?: string }
  /** Offset of the first byte that is no part of a character. */
  | { readonly ok: false; readonly offset: number };

/** Encodings that are tried in turn when a text is not UTF-8. */
const others = ["gb18030", "big5"] as const;

/**
 * Bytes as text with line ends `\n` and without byte-order mark. UTF-8 and UTF-16 with a mark are taken as they
 * are; the encodings of older Chinese sites are converted if every byte fits, which the caller reports.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = markOf(bytes);
  const candidates = marked === undefined ? ["utf-8", ...(isDamagedUtf8(bytes) ? [] : others)] : [marked];
  for (const encoding of candidates) {
    const text = tryDecode(bytes, encoding);
    if (text === undefined) continue;
    return { ok: true, text: text.replace(/\r\n?/g, "\n"), ...(encoding !== "utf-8" && { converted: encoding }) };
  }
  return { ok: false, offset: firstWrong(bytes) };
}

function markOf([first, second]: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Whether most characters that are not ASCII are UTF-8. With a stray byte among them it is still UTF-8: other encodings
 * would take any two bytes of it for a hanzi.
 */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const lossy = new TextDecoder("utf-8").decode(bytes);
  const wrong = lossy.split("\ufffd").length - 1;
  const right = lossy.replace(/\p{ASCII}|\ufffd/gu, "").length;
  return wrong > 0 && right > wrong;
}

function firstWrong(bytes: Uint8Array): number {
  const lossy = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return new TextEncoder().encode(lossy.slice(0, lossy.indexOf("\ufffd"))).length;
}
