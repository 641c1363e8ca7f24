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

/** Applies edits that are in order and do not overlap; positions stay traceable through every step. */
export function applyEdits(before: Rewritten, edits: readonly Edit[]): Rewritten {
  if (edits.length === 0) return before;
  /** Pieces of the new text: where each begins and what it maps to. */
  const pieces: { at: number; source: number; kept: boolean }[] = [];
  let tex = "";
  let end = 0;
  for (const edit of edits) {
    pieces.push({ at: tex.length, source: end, kept: true });
    tex += before.tex.slice(end, edit.start);
    pieces.push({ at: tex.length, source: edit.start, kept: false });
    tex += edit.text;
    end = edit.end;
  }
  pieces.push({ at: tex.length, source: end, kept: true });
  tex += before.tex.slice(end);
  return {
    tex,
    toSource(offset) {
      const piece = pieces.findLast(({ at }) => at <= offset) ?? { at: 0, source: 0, kept: true };
      return before.toSource(piece.kept ? piece.source + offset - piece.at : piece.source);
    },
  };
}

/** One edit a match of a pattern with the `g` flag; `undefined` leaves a match alone. */
export function editMatches(
  tex: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | undefined,
): readonly Edit[] {
  return [...tex.matchAll(pattern)].flatMap((match) => {
    const text = replace(match);
    return text === undefined ? [] : [{ start: match.index, end: match.index + match[0].length, text }];
  });
}
