/** Replaces `[start, end)` of a text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text with the way back to the text it was made from. */
export interface Rewritten {
  readonly tex: string;
  /** Offset in the source for an offset in `tex`; inserted text maps to the start of its edit. */
  readonly toSource: (offset: number) => number;
}

/** The text itself. */
export function unchanged(tex: string): Rewritten {
  return { tex, toSource: (offset) => offset };
}

interface Piece {
  /** Where it begins in the new text and in the old one. */
  readonly at: number;
  readonly from: number;
  readonly kept: boolean;
}

/**
 * Applies edits that do not overlap, in whatever order they come; positions stay traceable through every
 * step. Of insertions at one place, closing braces come first.
 */
export function applyEdits(before: Rewritten, edits: readonly Edit[]): Rewritten {
  if (edits.length === 0) return before;
  const pieces: Piece[] = [];
  let tex = "";
  let end = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end || closing(b) - closing(a))) {
    pieces.push({ at: tex.length, from: end, kept: true });
    tex += before.tex.slice(end, edit.start);
    pieces.push({ at: tex.length, from: edit.start, kept: false });
    tex += edit.text;
    end = edit.end;
  }
  pieces.push({ at: tex.length, from: end, kept: true });
  tex += before.tex.slice(end);
  return {
    tex,
    toSource(offset) {
      const { at, from, kept } = pieceAt(pieces, offset);
      return before.toSource(kept ? from + offset - at : from);
    },
  };
}

function closing({ text }: Edit): number {
  return text === "}" ? 1 : 0;
}

/** The last piece that begins at or before an offset; the first one begins at 0. */
function pieceAt(pieces: readonly Piece[], offset: number): Piece {
  return pieces.reduce((found, piece) => (piece.at <= offset ? piece : found));
}

/** Takes a range of the text out. */
export function cut(start: number, end: number): Edit {
  return { start, end, text: "" };
}

/** Puts a text at a place. */
export function insert(at: number, text: string): Edit {
  return { start: at, end: at, text };
}
