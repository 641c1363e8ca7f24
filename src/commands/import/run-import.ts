import type { ContentHash } from "../../model/brand.ts";
import type { Redaction } from "../../model/comments.ts";
import type { SiteConfig } from "../../model/config.ts";
import type {
  ArtranComment,
  Attachment,
  Importer,
  ImportedSite,
  ImportInput,
  ImportNote,
  ImportOptions,
} from "../../model/imported.ts";
import { planFiles, type PlannedPost } from "../../importers/plan-files.ts";
import { reportPost, toReport, type ImportReport, type SettledFile } from "../../importers/report/report.ts";
import type { CheckPost } from "./check-post.ts";
import { commentFile, forgetComments } from "./comment-file.ts";
import { redirectFile } from "./redirect-file.ts";
import { redactedPath, storedRedaction } from "../comments/stored-redaction.ts";
import { printRecord, readRecord } from "./record.ts";
import { settle, type SettleOptions, type Target, type WantedFile } from "./settle.ts";

/** What an import needs of the world. */
export interface ImportWorld {
  readonly target: Target;
  /** Bytes of a file of the source; `undefined` if it cannot be read. */
  readonly readSource: (path: string) => Promise<Uint8Array | undefined>;
  readonly check: CheckPost;
  readonly config: SiteConfig;
}

/**
 * Runs an importer and settles its files: posts, comments, attachments, and the record of what was written. A second
 * run changes no byte.
 */
export async function runImport(
  importer: Importer,
  input: ImportInput,
  { options, world, ...settling }: SettleOptions & { readonly options: ImportOptions; readonly world: ImportWorld },
): Promise<ImportReport> {
  const found = importer.read(input, options);
  const site = forget(found, await storedRedaction(world.target));
  const plan = planFiles(site);
  const recordPath = `content/data/imports/${site.source}.json`;
  const record = readRecord(await world.target.read(recordPath));
  const next = new Map(record);
  const attachments = await readAttachments(site.attachments, world);
  const files: SettledFile[] = [];
  for (const wanted of [...textFiles(site, plan.posts), ...redirectFile(site, world.config), ...attachments.found]) {
    const { file, recorded } = await settle(wanted, { ...settling, record, target: world.target });
    files.push(file);
    if (recorded === undefined) next.delete(wanted.path);
    else next.set(wanted.path, recorded as ContentHash);
  }
  const printed = printRecord(site.source, next);
  if (!settling.dryRun && next.size > 0 && !sameText(await world.target.read(recordPath), printed))
    await world.target.write(recordPath, encode(printed));
  const stateOf = new Map(files.map(({ path, state }) => [path, state]));
  const counts = countByPage(site.comments);
  const posts = [];
  for (const { post, path, text } of plan.posts)
    posts.push(
      reportPost(post, {
        path,
        state: stateOf.get(`content/${path}`) ?? "new",
        after: await world.check(path, text),
        comments: (post.head.aliases ?? []).reduce((sum, alias) => sum + (counts.get(alias) ?? 0), 0),
      }),
    );
  return toReport(site, {
    dryRun: settling.dryRun,
    posts,
    files,
    notes: sortNotes([...site.notes, ...plan.notes, ...formerFiles(record, files)]),
    missingFiles: attachments.missing,
  });
}

function textFiles({ source, comments }: ImportedSite, posts: readonly PlannedPost[]): readonly WantedFile[] {
  const files = posts.map(({ path, text }) => ({ path: `content/${path}`, bytes: encode(text) }));
  return comments.length === 0 ? files : [...files, commentFile(source, comments)];
}

function countByPage(comments: readonly ArtranComment[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { page_key } of comments) counts.set(page_key, (counts.get(page_key) ?? 0) + 1);
  return counts;
}

async function readAttachments(
  attachments: readonly Attachment[],
  { readSource }: ImportWorld,
): Promise<{ readonly found: readonly WantedFile[]; readonly missing: readonly string[] }> {
  const found: WantedFile[] = [];
  const missing: string[] = [];
  for (const { from, folder, to } of attachments) {
    const bytes = await readSource(from);
    if (bytes) found.push({ path: `${folder}/${to}`, bytes });
    else missing.push(from);
  }
  return { found, missing };
}

/** The site without the comments that it is to forget, and a note of how many they are. */
function forget(site: ImportedSite, redact: Redaction): ImportedSite {
  const comments = forgetComments(site.comments, site.source, redact);
  const count = site.comments.length - comments.length;
  if (count === 0) return site;
  const note = { file: redactedPath, message: `${count} comments that are to be forgotten` };
  return { ...site, comments, leftOut: [...site.leftOut, note] };
}

/** Files of earlier imports that the archive has no more: they are the author's now. */
function formerFiles(record: ReadonlyMap<string, ContentHash>, files: readonly SettledFile[]): readonly ImportNote[] {
  const present = new Set(files.map(({ path }) => path));
  const message = "written by an earlier import, and not in this archive; it stays";
  return [...record.keys()].filter((path) => !present.has(path)).map((file) => ({ file, message }));
}

/** Notes of one file by line; files keep the order in which they were met. */
function sortNotes(notes: readonly ImportNote[]): readonly ImportNote[] {
  const order = [...new Set(notes.map(({ file }) => file))];
  return notes.toSorted((a, b) => order.indexOf(a.file) - order.indexOf(b.file) || (a.line ?? 0) - (b.line ?? 0));
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function sameText(bytes: Uint8Array | undefined, text: string): boolean {
  return bytes !== undefined && new TextDecoder().decode(bytes) === text;
}
