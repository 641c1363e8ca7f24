import type { SourceFile } from "../../model/source.ts";
import { sha256 } from "../../host/hash.ts";
import { useError } from "../../host/use-error.ts";
import { cutEntries } from "../../importers/comments/cut-entries.ts";
import { addToRedaction } from "../../importers/comments/redaction-list.ts";
import { groupDigits } from "../../text/group-digits.ts";
import { printRecord, readRecord } from "../import/record.ts";
import { commentsRedactOptions, readOptions } from "../options.ts";
import { openContent, writeIfNew, type SiteContent } from "../site-content.ts";
import type { Terminal } from "../terminal.ts";
import { findComment, type FoundComment } from "./find-comment.ts";
import { redactedPath, storedRedaction } from "./stored-redaction.ts";

/**
 * `suanjing comments redact ID…`: enters comments in the list of those that are to be forgotten, which imports and builds
 * follow, and takes them out of the files of comments. A second time changes nothing.
 *
 * @throws a use error for an id that no comment has, or comments of two files
 */
export async function redactComments(root: string, args: readonly string[], io: Terminal): Promise<number> {
  const { values, positionals } = readOptions(args, commentsRedactOptions);
  if (positionals.length === 0)
    throw useError("name the comments", "their ids stand behind #comment- in their addresses");
  const site = await openContent(root, values);
  const { comments } = site.content.data;
  const { ids: listed } = await storedRedaction(site.target);
  const found = positionals.map((typed) => findComment(typed, { files: comments, listed }));
  const dryRun = values["dry-run"] === true;
  await addToList(found, { site, listed, dryRun }, io);
  for (const file of comments) {
    const ids = found.flatMap(({ place }) => (place?.path === file.path ? [place.id] : []));
    await cutOut(file, new Set(ids), { site, dryRun }, io);
  }
  return 0;
}

interface Change {
  readonly site: SiteContent;
  readonly dryRun: boolean;
}

const notWritten = (dryRun: boolean) => (dryRun ? " (dry run, not written)" : "");

async function addToList(
  found: readonly FoundComment[],
  { site, listed, dryRun }: Change & { readonly listed: readonly string[] },
  io: Terminal,
): Promise<void> {
  const added = [...new Set(found.map(({ name }) => name))].filter((name) => !listed.includes(name));
  const text = addToRedaction(site.content.data.redacted?.text ?? "", added);
  if (added.length > 0) await writeIfNew(site.target, redactedPath, text, dryRun);
  const said = added.length === 0 ? "unchanged" : `${added.join(", ")} added${notWritten(dryRun)}`;
  io.out(`${site.folder}data/comments/redacted.yaml: ${said}`);
}

/** Takes comments out of their file; a file that an import wrote, and nobody has changed, still counts as such. */
async function cutOut(
  file: SourceFile,
  ids: ReadonlySet<string>,
  { site, dryRun }: Change,
  io: Terminal,
): Promise<void> {
  const { text, cut } = cutEntries(file.text, ids);
  if (cut === 0) return;
  io.out(`${site.folder}${file.path}: ${groupDigits(cut)} taken out${notWritten(dryRun)}`);
  if (dryRun) return;
  const path = `content/${file.path}`;
  await site.target.write(path, new TextEncoder().encode(text));
  const name = file.path.replace(/^.*\/|\.json$/g, "");
  for (const source of [name, `comments-${name}`]) {
    const recordPath = `content/data/imports/${source}.json`;
    const record = readRecord(await site.target.read(recordPath));
    if (record.get(path) !== file.hash) continue;
    await writeIfNew(site.target, recordPath, printRecord(source, new Map(record).set(path, sha256(text))), false);
  }
}
