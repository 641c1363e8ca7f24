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
import {
  reportPost,
  toReport,
  type ImportReport,
  type ReportPost,
  type SettledFile,
} from "../../importers/report/report.ts";
import type { CheckPost } from "./check-post.ts";
import { commentFile, forgetComments } from "./comment-file.ts";
import { redirectFile } from "./redirect-file.ts";
import { redactedPath, storedRedaction } from "../comments/stored-redaction.ts";
import { writeIfNew } from "../site-content.ts";
import { printRecord, readRecord, type ImportRecord } from "./record.ts";
import { settle, type SettleOptions, type Target, type WantedFile } from "./settle.ts";

/** What an import needs of the world. */
export interface ImportWorld {
  readonly target: Target;
  /** Bytes of a file of the source; `undefined` if it cannot be read. */
  readonly readSource: (path: string) => Promise<Uint8Array | undefined>;
  readonly check: CheckPost;
  readonly config: SiteConfig;
  /** Told of each post that was checked, which takes the longest. */
  readonly onPost: (done: { readonly posts: number; readonly formulas: number; readonly of: number }) => void;
}

type RunOptions = SettleOptions & { readonly options: ImportOptions; readonly world: ImportWorld };

/**
 * Runs an importer and settles its files: posts, comments, attachments, and the record of what was written. A second
 * run changes no byte.
 */
export async function runImport(importer: Importer, input: ImportInput, run: RunOptions): Promise<ImportReport> {
  const { options, world, dryRun } = run;
  const site = forget(importer.read(input, options), await storedRedaction(world.target));
  const plan = planFiles(site);
  const attachments = await readAttachments(site.attachments, world);
  const wanted = [...textFiles(site, plan.posts), ...redirectFile(site, world.config), ...attachments.found];
  const { files, record } = await settleFiles(wanted, site.source, run);
  return toReport(site, {
    dryRun,
    posts: await reportPosts(plan.posts, { site, files, world }),
    files,
    notes: sortNotes([...site.notes, ...plan.notes, ...formerFiles(record, files)]),
    missingFiles: attachments.missing,
  });
}

/** Writes what may be written, and the record of it; the record is that of the earlier import. */
async function settleFiles(
  wanted: readonly WantedFile[],
  source: string,
  { world: { target }, ...settling }: RunOptions,
): Promise<{ readonly files: readonly SettledFile[]; readonly record: ImportRecord }> {
  const path = `content/data/imports/${source}.json`;
  const record = readRecord(await target.read(path));
  const next = new Map(record);
  const files: SettledFile[] = [];
  for (const one of wanted) {
    const { file, recorded } = await settle(one, { ...settling, record, target });
    files.push(file);
    if (recorded === undefined) next.delete(one.path);
    else next.set(one.path, recorded as ContentHash);
  }
  if (next.size > 0) await writeIfNew(target, path, printRecord(source, next), settling.dryRun);
  return { files, record };
}

interface Reporting {
  readonly site: ImportedSite;
  readonly files: readonly SettledFile[];
  readonly world: ImportWorld;
}

/** Compares each post with what the site makes of it. */
async function reportPosts(
  posts: readonly PlannedPost[],
  { site, files, world }: Reporting,
): Promise<readonly ReportPost[]> {
  const stateOf = new Map(files.map(({ path, state }) => [path, state]));
  const counts = countByPage(site.comments);
  const reported: ReportPost[] = [];
  let formulas = 0;
  for (const { post, path, text } of posts) {
    const after = await world.check(path, text);
    const comments = (post.head.aliases ?? []).reduce((sum, alias) => sum + (counts.get(alias) ?? 0), 0);
    reported.push(reportPost(post, { path, state: stateOf.get(`content/${path}`) ?? "new", after, comments }));
    formulas += after.formulas.length;
    world.onPost({ posts: reported.length, formulas, of: posts.length });
  }
  return reported;
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
function formerFiles(record: ImportRecord, files: readonly SettledFile[]): readonly ImportNote[] {
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
