import type { ContentHash } from "../../model/brand.ts";
import type { ArtranComment, ImportNote } from "../../model/imported.ts";
import { useError } from "../../host/use-error.ts";
import { commentReaders } from "../../importers/comments/comment-readers.ts";
import { artrans } from "../../importers/comments/artrans.ts";
import { mergeComments, placeComments } from "../../importers/comments/place-comments.ts";
import { groupNotes } from "../../importers/report/report.ts";
import { findPosts } from "../../pipeline/find-posts.ts";
import { countOf } from "../../text/count-of.ts";
import { groupDigits } from "../../text/group-digits.ts";
import { known } from "../../text/known.ts";
import { chooseKind } from "../choose-action.ts";
import { commentFile, forgetComments } from "../import/comment-file.ts";
import { fileLine, list, noteLine } from "../import/print-report.ts";
import { printRecord, readRecord } from "../import/record.ts";
import { settle, type SettleOptions } from "../import/settle.ts";
import { commentsImportOptions, readOptions } from "../options.ts";
import { readExport } from "../read-exports.ts";
import { openContent, writeIfNew, type SiteContent } from "../site-content.ts";
import type { Terminal } from "../terminal.ts";
import { storedRedaction } from "./stored-redaction.ts";

/**
 * `suanjing comments import SOURCE FILE`: brings comments into `data/comments/<source>.json`. Comments of earlier imports
 * stay, unless this export hides them; importing the same again changes nothing.
 * @returns exit code: 1 if something could not be read, was kept as it was changed by hand, or there was nothing
 */
export async function importComments(root: string, args: readonly string[], io: Terminal): Promise<number> {
  const { values, positionals } = readOptions(args, commentsImportOptions);
  const [kind, typed, ...rest] = positionals;
  const byName = new Map(commentReaders.map((one) => [one.name, one]));
  const reader = known(byName, chooseKind(kind, [...byName.keys()], "source of comments"));
  if (typed === undefined || rest.length > 0)
    throw useError("name one file", `suanjing comments import ${reader.name} FILE`);
  const name = readName(values.name ?? reader.name);
  const site = await openContent(root, values);
  const { timeZone } = site.config;
  const files = await readExport(root, typed, (path) => /\.(?:json|xml)$/i.test(path));
  const read = files.map((file) => reader.read(file, { timeZone }));
  const found = read.flatMap(({ comments }) => comments);
  const { comments, lost } = placeComments(found, findPosts(site.content.sources, site.config));
  const present = await presentComments(name, site);
  const all = forgetComments(
    mergeComments(
      present,
      comments,
      read.flatMap(({ hidden }) => hidden),
    ),
    name,
    await storedRedaction(site.target),
  );
  const faults = read.flatMap((one) => one.faults);
  const leftOut = read.flatMap((one) => one.leftOut);
  const lines = [
    `${countOf(found.length, "comment")}, ${groupDigits(comments.length)} of them on posts of this site.`,
    ...list("Could not be read:", notes(faults)),
    ...list("Left out:", notes(leftOut)),
    ...list("No post has or had these addresses; make them an alias, and import again:", lostLines(lost)),
  ];
  for (const line of lines) io.out(line);
  if (all.length === 0 && present.length === 0) {
    io.out("There is nothing to write.");
    return 1;
  }
  const options = { dryRun: values["dry-run"] === true, force: values.force === true };
  const isSettled = await write(name, all, { ...options, site }, io);
  return faults.length > 0 || !isSettled ? 1 : 0;
}

function readName(name: string): string {
  if (/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,60}$/u.test(name)) return name;
  throw useError(`“${name}” is not a name for a file of comments`, "letters, digits and . _ - make one");
}

/** What an earlier import has left, in the form that this program writes. */
async function presentComments(name: string, { target, config }: SiteContent): Promise<readonly ArtranComment[]> {
  const path = `content/data/comments/${name}.json`;
  const bytes = await target.read(path);
  return bytes ? artrans.read({ path, bytes }, { timeZone: config.timeZone }).comments : [];
}

/** Writes the file, and what was written into the record of imports. @returns `false` if it stays as it was changed by hand */
async function write(
  name: string,
  comments: readonly ArtranComment[],
  { site, ...options }: SettleOptions & { readonly site: SiteContent },
  io: Terminal,
): Promise<boolean> {
  const { target } = site;
  const recordPath = `content/data/imports/comments-${name}.json`;
  const record = readRecord(await target.read(recordPath));
  const wanted = commentFile(name, comments);
  const { file, recorded } = await settle(wanted, { ...options, record, target });
  io.out(fileLine({ ...file, path: `${site.folder}data/comments/${name}.json` }, options.dryRun));
  const next = new Map(record);
  if (recorded !== undefined) next.set(wanted.path, recorded as ContentHash);
  if (next.size > 0) await writeIfNew(target, recordPath, printRecord(`comments-${name}`, next), options.dryRun);
  return file.state !== "kept" && file.state !== "deleted";
}

function notes(all: readonly ImportNote[]): readonly string[] {
  return groupNotes(all).map(noteLine);
}

function lostLines(lost: ReadonlyMap<string, number>): readonly string[] {
  const byCount = [...lost].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
  return byCount.map(([address, count]) => `${address.slice(0, 200)}: ${countOf(count, "comment")}`);
}
