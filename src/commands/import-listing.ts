import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { layOutPost, type ListingMarkdown } from "../importers/listing-markdown.ts";
import { parseListing, type ListingPost, type ListingResult, type Note, type Piece } from "../importers/listing.ts";
import { parseDate } from "../text/dates.ts";
import { groupDigits } from "../text/group-digits.ts";
import { slug } from "../text/slug.ts";

export interface ImportListingOptions {
  /** The listing, a text file in UTF-8. */
  readonly file: string;
  /** Content folder; posts go to its folder `posts`. */
  readonly into: string;
  /** Day at which the listing was copied, `2024-07-20`: the reader counts are of that day. */
  readonly asOf?: string;
  /** Reports and writes nothing. */
  readonly dryRun?: boolean;
  /** Overwrites files that differ. */
  readonly force?: boolean;
}

/** What the command needs of the world. */
export interface ImportIo {
  /** Bytes of a file; `undefined` if there is no such file. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  /** Writes a file in one step and makes its folders. */
  readonly write: (path: string, text: string) => Promise<void>;
  readonly print: (line: string) => void;
}

export interface ImportSummary {
  /** 0: everything is as the listing says; 1: a file differs, or there are no posts; 2: wrong use. */
  readonly exitCode: 0 | 1 | 2;
  readonly files: Readonly<Record<FileState, number>>;
}

type FileState = "new" | "unchanged" | "replaced" | "differs";

interface PlannedFile extends ListingMarkdown {
  readonly path: string;
}

/**
 * Imports an archive listing as one Markdown file a post, `INTO/posts/<slug of the title>.md`.
 *
 * Prints a report in which every character of the listing is accounted for. Existing files with the same bytes
 * are left alone, so that a second import changes nothing; others are kept and reported unless `force` is set.
 */
export async function importListing(options: ImportListingOptions, io: ImportIo): Promise<ImportSummary> {
  const { file, into, asOf } = options;
  const readersAsOf = asOf === undefined ? undefined : parseDate(asOf, "UTC")?.day;
  if (asOf !== undefined && readersAsOf === undefined) return refuse(io, `“${asOf}” is not a day such as 2024-07-20`);
  const bytes = await io.read(file);
  if (!bytes) return refuse(io, `there is no file “${file}”`);
  const text = decode(bytes);
  if (typeof text === "number")
    return refuse(io, `${file} is not UTF-8: the byte at offset ${text} is no part of a character`);

  const listing = parseListing(text);
  const planned = planFiles(listing.posts, { into, readersAsOf });
  const files: Record<FileState, number> = { new: 0, unchanged: 0, replaced: 0, differs: 0 };
  for (const one of planned) {
    const state = await settle(one, options, io);
    io.print(`${one.path}: ${stateText(state, options)}`);
    files[state] += 1;
  }
  for (const line of report({ file, text, listing, planned, asOf })) io.print(line);
  return { exitCode: planned.length === 0 || files.differs > 0 ? 1 : 0, files };
}

function refuse(io: ImportIo, message: string): ImportSummary {
  io.print(message);
  return { exitCode: 2, files: { new: 0, unchanged: 0, replaced: 0, differs: 0 } };
}

/** The text with line ends `\n` and without byte-order mark, or the offset of the first wrong byte. */
function decode(bytes: Uint8Array): string | number {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n");
  } catch {
    const lossy = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    return new TextEncoder().encode(lossy.slice(0, lossy.indexOf("\ufffd"))).length;
  }
}

/** Titles that give one name get `-2`, `-3`, … in the order of the listing. */
function planFiles(
  posts: readonly ListingPost[],
  { into, readersAsOf }: { into: string; readersAsOf: string | undefined },
): readonly PlannedFile[] {
  const taken = new Map<string, ListingPost>();
  return posts.map((post) => {
    const base = slug(post.title);
    let id = base;
    for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
    const other = taken.get(base);
    taken.set(id, post);
    const laid = layOutPost(post, { id, readersAsOf });
    return {
      ...laid,
      notes: [...doubleNote(post, other), ...laid.notes],
      path: `${into.replace(/\/+$/, "")}/posts/${id}.md`,
    };
  });
}

function doubleNote(post: ListingPost, other: ListingPost | undefined): readonly Note[] {
  if (!other) return [];
  const what =
    other.title === post.title && other.day === post.day ? "the same title and date" : "a title of the same name";
  return [{ line: post.line, message: `unsure: a post with ${what} stands at line ${other.line}; both are written` }];
}

async function settle(
  { path, markdown }: PlannedFile,
  { dryRun, force }: ImportListingOptions,
  io: ImportIo,
): Promise<FileState> {
  const existing = await io.read(path);
  const isSame = existing !== undefined && Buffer.from(existing).equals(Buffer.from(markdown));
  if (isSame) return "unchanged";
  if (existing !== undefined && force !== true) return "differs";
  if (dryRun !== true) await io.write(path, markdown);
  return existing === undefined ? "new" : "replaced";
}

function stateText(state: FileState, { dryRun }: ImportListingOptions): string {
  if (state === "differs") return "exists and differs; kept (--force replaces it)";
  return dryRun === true && state !== "unchanged" ? `${state} (dry run, not written)` : state;
}

interface ReportInput {
  readonly file: string;
  readonly text: string;
  readonly listing: ListingResult;
  readonly planned: readonly PlannedFile[];
  readonly asOf: string | undefined;
}

function report({ file, text, listing, planned, asOf }: ReportInput): readonly string[] {
  const { pieces, posts } = listing;
  const at = ({ line, message }: Note) => `  ${file}:${line}: ${message}`;
  const notes = [...listing.notes, ...planned.flatMap((one) => one.notes)].sort((a, b) => a.line - b.line);
  const outside = pieces.filter(({ kind }) => kind === "outside").map((piece) => at(quoted(text, piece)));
  const undated = asOf === undefined && posts.some(({ readers }) => readers !== undefined);
  return [
    "",
    `${groupDigits(posts.length)} posts in ${groupDigits(text.length)} characters: ${account(pieces)}.`,
    markupLine(planned),
    ...(undated ? ["The reader counts have no date; say when the listing was copied: --as-of 2024-07-20"] : []),
    ...(notes.length > 0 ? ["", "Please look at:", ...notes.map(at)] : []),
    ...(outside.length > 0 ? ["", "Outside of posts, not written:", ...outside] : []),
  ];
}

function account(pieces: readonly Piece[]): string {
  const sum = (wanted: Piece["kind"]) =>
    groupDigits(pieces.reduce((total, { kind, start, end }) => total + (kind === wanted ? end - start : 0), 0));
  return `${sum("title")} in titles, ${sum("by-line")} in by-lines, ${sum("text")} in texts, ${sum("separator")} between them, ${sum("outside")} outside of posts`;
}

function markupLine(planned: readonly PlannedFile[]): string {
  const sum = (what: keyof ListingMarkdown["characters"]) =>
    planned.reduce((total, { characters }) => total + characters[what], 0);
  const [body, found, markup] = [sum("body"), sum("found"), sum("markdown") - sum("found")].map(groupDigits);
  return `Texts without white space: ${body} characters, ${found} of them found in the files, and ${markup} of markup.`;
}

function quoted(text: string, { start, end }: Piece): Note {
  const lines = text.slice(start, end).split("\n");
  const more = lines.length > 1 ? ` … (${lines.length} lines)` : "";
  return { line: text.slice(0, start).split("\n").length, message: `${lines[0]}${more}` };
}

/** Reads and writes real files below a folder; a file appears complete or not at all. */
export function importIo(root: string, print: (line: string) => void): ImportIo {
  return {
    print,
    async read(path) {
      try {
        return await readFile(resolve(root, path));
      } catch (error) {
        if (error instanceof Error && "code" in error && ["ENOENT", "EISDIR", "ENOTDIR"].includes(String(error.code)))
          return undefined;
        throw error;
      }
    },
    async write(path, text) {
      const file = resolve(root, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(`${file}.tmp`, text);
      await rename(`${file}.tmp`, file);
    },
  };
}
