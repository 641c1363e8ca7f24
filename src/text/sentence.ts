/** Longest sentence that is shown, in characters. */
const maxLength = 110;
/** As far on both sides one looks for its ends, white space included. */
const reach = 4 * maxLength;
const ends = /[。！？；!?]["”’」』）)]*|\.(?=\s)|\n/g;

/** A range of a text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The sentence around a range of a text, on one line. A long one is cut on both sides, so that the range stays in it.
 *
 * @param masked the text with everything that has no sentences, such as formulas, masked; of the same length
 */
export function sentenceAround(text: string, masked: string, { start, end }: TextRange): string {
  const first = Math.max(0, start - reach);
  let from = first;
  let to = Math.min(text.length, end + reach);
  for (const match of masked.slice(first, to).matchAll(ends)) {
    const index = first + match.index;
    const after = index + match[0].length;
    if (after <= start) from = after;
    else if (index >= end) {
      to = after;
      break;
    }
  }
  const before = oneLine(text.slice(from, start)).trimStart();
  const middle = oneLine(text.slice(start, end));
  const after = oneLine(text.slice(end, to)).trimEnd();
  return cut({ before, middle, after });
}

interface Parts {
  readonly before: string;
  readonly middle: string;
  readonly after: string;
}

function cut({ before, middle, after }: Parts): string {
  const [left, right] = [Array.from(before), Array.from(after)];
  const room = Math.max(20, maxLength - Array.from(middle).length);
  if (left.length + right.length <= room) return before + middle + after;
  // The shorter side leaves its room to the other.
  const half = Math.floor(room / 2);
  const leftRoom = Math.max(half, room - right.length);
  const rightRoom = Math.max(half, room - left.length);
  const head = left.length > leftRoom ? `…${left.slice(-leftRoom).join("").trimStart()}` : before;
  const tail = right.length > rightRoom ? `${right.slice(0, rightRoom).join("").trimEnd()}…` : after;
  return head + middle + tail;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
