/** A line of a stream. */
export interface StreamLine {
  /** From 1. */
  readonly line: number;
  /** Absent: it is longer than the bound, and was skipped without being held. */
  readonly text?: string;
}

const lineFeed = 0x0a;

/**
 * The lines of a stream of bytes, as many at a time as a chunk holds. Only the line that is being read is held, and no
 * more of it than the bound; bytes that are no UTF-8 become `\u{fffd}`.
 *
 * @param maxBytes of a line
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<readonly StreamLine[]> {
  const decoder = new TextDecoder();
  let line = 0;
  let held: Uint8Array[] = [];
  let size = 0;
  const hold = (part: Uint8Array) => {
    size += part.length;
    if (size > maxBytes) held = [];
    else held.push(part);
  };
  const take = (): StreamLine => {
    line += 1;
    const text = size > maxBytes ? undefined : decoder.decode(concat(held, size)).replace(/\r$/, "");
    held = [];
    size = 0;
    return text === undefined ? { line } : { line, text };
  };
  for await (const chunk of chunks) {
    const lines: StreamLine[] = [];
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      hold(chunk.subarray(start, end));
      lines.push(take());
      start = end + 1;
    }
    hold(chunk.subarray(start));
    if (lines.length > 0) yield lines;
  }
  if (size > 0) yield [take()];
}

function concat(parts: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
