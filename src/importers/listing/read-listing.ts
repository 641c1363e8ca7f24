import { parseDate } from "../../text/dates.ts";

/** One post of a listing. */
export interface ListingPost {
  /** With the listing's characters, without white space around it. */
  readonly title: string;
  readonly author: string;
  /** `2024-03-29` */
  readonly day: string;
  /** Absent if the by-line has no reader part, which is not 0. */
  readonly readers?: number;
  /** Everything from behind `引用` to the last line before the next title, line ends `\n`. */
  readonly body: string;
  /** Line of the by-line, on which the body begins; from 1. */
  readonly line: number;
}

/** Something that a person should look at. */
export interface Note {
  /** Line of the listing, from 1. */
  readonly line: number;
  readonly message: string;
}

/** A range of the listing in UTF-16 units. */
export interface Piece {
  /** `outside`: before the first title, and from 最近评论 on; `separator`: white space. */
  readonly kind: "title" | "by-line" | "text" | "outside" | "separator";
  readonly start: number;
  readonly end: number;
}

export interface ListingResult {
  readonly posts: readonly ListingPost[];
  /** In order and without gaps: every character of the listing is in exactly one piece. */
  readonly pieces: readonly Piece[];
  readonly notes: readonly Note[];
}

interface Line {
  readonly text: string;
  readonly start: number;
}

interface ByLine extends Pick<ListingPost, "author" | "day" | "readers"> {
  /** Index of its line and of the title's line. */
  readonly index: number;
  readonly title: number;
  /** Length of the by-line with `引用`. */
  readonly length: number;
}

const byLineForm =
  /^\s{0,9}By\s{1,9}(\S.{0,199}?)\s{0,9}[|｜]\s{0,9}(\d{4}-\d{2}-\d{2})\s{0,9}[|｜]\s{0,9}(?:(\d[\d,]{0,19})\s{0,9}位读者\s{0,9}[|｜]\s{0,9})?引用/;
/** The start of a by-line, whatever follows. */
const byLineStart = /^\s{0,9}By\s.{1,200}[|｜]\s{0,9}\d{4}-/;
/** Heading of the page's last panel; what follows are other people's words. */
const endMark = "最近评论";

/**
 * Reads posts that were copied from a list page: a title line, a by-line
 * (`By 张三 | 2020-07-04 | 998位读者 | 引用`), and the excerpt, which begins right behind `引用` and may run over
 * further lines. The title is the last line with text before the by-line; exactly one `引用` belongs to
 * the by-line. `｜` may stand for `|`, the reader part may be absent, the date must be a day of the calendar.
 *
 * @param text line ends `\n`, no byte-order mark
 */
export function parseListing(text: string): ListingResult {
  const lines = splitLines(text);
  const { byLines, notes } = findByLines(lines);
  const end = findEnd(lines, byLines.at(-1), text.length);
  const known: Piece[] = [];
  const posts = byLines.map((byLine, index): ListingPost => {
    const next = byLines[index + 1];
    const pieces = piecesOf(text, lines, byLine, next ? startOf(lines, next.title) : end);
    known.push(pieces.title, pieces.byLine, pieces.body);
    const { author, day, readers } = byLine;
    const title = text.slice(pieces.title.start, pieces.title.end);
    const body = text.slice(pieces.body.start, pieces.body.end);
    return { title, author, day, ...(readers !== undefined && { readers }), body, line: byLine.index + 1 };
  });
  const first = known[0]?.start ?? end;
  const pieces = [trimmed(text, "outside", 0, first), ...known, trimmed(text, "outside", end, text.length)];
  return { posts, pieces: withSeparators(pieces, text.length), notes };
}

function splitLines(text: string): readonly Line[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const at = start;
    start += line.length + 1;
    return { text: line, start: at };
  });
}

function findByLines(lines: readonly Line[]): { readonly byLines: readonly ByLine[]; readonly notes: readonly Note[] } {
  const byLines: ByLine[] = [];
  const notes: Note[] = [];
  lines.forEach(({ text }, index) => {
    const note = (message: string) => notes.push({ line: index + 1, message });
    if (!byLineStart.test(text)) return;
    const match = byLineForm.exec(text);
    if (!match)
      return note(
        "looks like a by-line, but is not of the form “By 作者 | 2020-07-04 | 998位读者 | 引用”; kept as text",
      );
    const [{ length }, author = "", day = "", readers] = match;
    if (!parseDate(day, "UTC"))
      return note(`looks like a by-line, but ${day} is not a day of the calendar; kept as text`);
    const title = lastWithText(lines, index, byLines.at(-1)?.index ?? -1);
    if (title === undefined) return note("a by-line without a title before it; kept as text");
    const count = readers === undefined ? {} : { readers: Number(readers.replaceAll(",", "")) };
    return byLines.push({ author, day, ...count, index, title, length });
  });
  return { byLines, notes };
}

/** Index of the last line with text between two lines, both excluded. */
function lastWithText(lines: readonly Line[], before: number, after: number): number | undefined {
  const index = lines.slice(after + 1, before).findLastIndex(({ text }) => text.trim() !== "");
  return index === -1 ? undefined : after + 1 + index;
}

/** Where the posts end: at the end mark behind the last by-line, else at the end of the text. */
function findEnd(lines: readonly Line[], last: ByLine | undefined, length: number): number {
  if (!last) return 0;
  return lines.find(({ text }, index) => index > last.index && text.trim() === endMark)?.start ?? length;
}

function piecesOf(
  text: string,
  lines: readonly Line[],
  { index, title, length }: ByLine,
  end: number,
): { readonly title: Piece; readonly byLine: Piece; readonly body: Piece } {
  const start = startOf(lines, index);
  const bodyStart = start + length;
  const bodyEnd = bodyStart + text.slice(bodyStart, end).trimEnd().length;
  return {
    title: trimmed(text, "title", startOf(lines, title), startOf(lines, title + 1)),
    byLine: trimmed(text, "by-line", start, bodyStart),
    body: { kind: "text", start: bodyStart, end: bodyEnd },
  };
}

function startOf(lines: readonly Line[], index: number): number {
  return Number(lines[index]?.start);
}

/** The range without white space at its ends. */
function trimmed(text: string, kind: Piece["kind"], start: number, end: number): Piece {
  const inner = text.slice(start, end);
  const from = start + inner.length - inner.trimStart().length;
  return { kind, start: from, end: Math.max(from, start + inner.trimEnd().length) };
}

/** Fills the gaps between pieces and drops empty ones. */
function withSeparators(pieces: readonly Piece[], length: number): readonly Piece[] {
  let at = 0;
  const all = pieces.flatMap((piece): Piece[] => {
    const gap: Piece = { kind: "separator", start: at, end: piece.start };
    at = piece.end;
    return [gap, piece];
  });
  return [...all, { kind: "separator", start: at, end: length } satisfies Piece].filter(
    ({ start, end }) => end > start,
  );
}
