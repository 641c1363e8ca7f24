const unit = /\\u[0-9a-fA-F]{4}|\\[^]|[^]/g;

/** The value of a string of JSON, given as it is written between its quotes. */
export function jsonValue(literal: string): string {
  return JSON.parse(`"${literal}"`) as string;
}

/** Where each UTF-16 unit of the value begins in what is written, and last where that ends. */
export function jsonOffsets(literal: string): readonly number[] {
  return [...Array.from(literal.matchAll(unit), ({ index }) => index), literal.length];
}
