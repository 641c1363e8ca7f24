import type {
  ArtranComment,
  Importer,
  ImportedPost,
  ImportedSite,
  ImportInput,
  ImportNote,
  ImportOptions,
  TableRow,
} from "../../model/imported.ts";
import { groupBy } from "../../text/group-by.ts";
import { groupDigits } from "../../text/group-digits.ts";
import { attachmentsFor } from "../attachments.ts";
import { emptySite, joinSites } from "../imported-site.ts";
import { withinStack } from "../within-stack.ts";
import { commentReader, type CommentPage } from "./comments.ts";
import { movedAddresses } from "./moved.ts";
import { postReader, type PostRead } from "./posts.ts";
import { isBackup, readDat } from "./read-dat.ts";
import { sortRows, type BlogRows, type RowsRead } from "./rows.ts";
import { choose } from "./schema.ts";
import { readSettings } from "./settings.ts";
import { readDump } from "./sql/read-dump.ts";

/** A blog of Typecho: its database, a dump of it, or Typecho's own backup. */
export const typecho: Importer = {
  name: "typecho",
  wants: (path) => /\.(?:sql|dat)$/i.test(path),
  choose: (shapes, { prefix }) => choose(shapes, prefix),
  read(input, options) {
    const [first, second] = input.files;
    if (first && second) return refused(input);
    const { rows, notes } = rowsOf(input, options);
    const site = convertRows(sortRows(rows), options);
    const addresses = site.posts.flatMap(({ before }) => [...before.images, ...before.links]);
    return {
      ...site,
      notes: [...notes, ...site.notes],
      attachments: attachmentsFor(addresses, input.paths),
      account: [...site.account, ...(first && isBackup(first.bytes) ? [ofBackup] : [])],
    };
  },
};

const ofBackup =
  "A backup of Typecho holds no settings and no columns that themes have added: addresses are those of --permalink or /archives/N/, links to the site itself are known by --site-url, dates have the time zone of this site, and reader counts come from fields only.";

/** Two dumps or backups of one blog would double every post. */
function refused({ files }: ImportInput): ImportedSite {
  const message = "is one of several dumps or backups; name one of them";
  return { ...emptySite("typecho"), notes: files.map(({ path }) => ({ file: path, message })) };
}

function rowsOf({ files: [file], rows, md5 }: ImportInput, { prefix }: ImportOptions): RowsRead {
  if (rows) return { rows, notes: [] };
  if (!file) return { rows: [], notes: [] };
  return isBackup(file.bytes) || /\.dat$/i.test(file.path) ? readDat(file, md5) : readDump(file, prefix);
}

/** The one conversion, from wherever the rows come. */
function convertRows(rows: BlogRows, options: ImportOptions): ImportedSite {
  const settings = readSettings(rows, options);
  const read = postReader(rows, settings, options);
  const posts = joinSites(
    "typecho",
    rows.contents.map((row) => withinStack(row.file, "typecho", () => siteOf(row, read(row)), row.line)),
  );
  const pages = new Map(
    posts.posts.flatMap(({ head: { id, title = "", aliases } }): readonly [number, CommentPage][] => {
      const [key] = aliases ?? [];
      return key === undefined ? [] : [[Number(id), { key, title }]];
    }),
  );
  const readComment = commentReader(pages, settings);
  const comments = joinSites(
    "typecho",
    rows.comments.map((row) => withinStack(row.file, "typecho", () => readComment(row), row.line)),
  );
  return {
    ...posts,
    comments: comments.comments,
    moved: movedAddresses({ rows, settings, ...published(posts.posts, comments.comments) }),
    leftOut: [...posts.leftOut, ...comments.leftOut],
    account: [accountOf(rows, posts.posts)],
  };
}

/** What everybody will see: posts that are no drafts, and how many comments each has, by the number of the post. */
function published(all: readonly ImportedPost[], comments: readonly ArtranComment[]) {
  const posts = new Map(all.filter(({ head }) => head.draft !== true).map((post) => [Number(post.head.id), post]));
  const byPage = groupBy(comments, ({ page_key }) => page_key);
  const counts = [...posts].map(([cid, { head }]) => [cid, byPage.get(head.aliases?.[0] ?? "")?.length ?? 0] as const);
  return { posts, comments: new Map(counts.filter(([, count]) => count > 0)) };
}

function siteOf({ file, line }: TableRow, read: PostRead): ImportedSite {
  const empty = emptySite("typecho");
  const at = (message: string): ImportNote => ({ file, line, message });
  if (read.kind === "none") return empty;
  if (read.kind === "left-out") return { ...empty, leftOut: [at(read.why)] };
  return { ...empty, posts: [read.post], leftOut: read.leftOut.map(at) };
}

function accountOf({ contents, comments, metas }: BlogRows, posts: readonly ImportedPost[]): string {
  const counted = posts.filter(({ head }) => head.readers !== undefined).length;
  const numbers = [contents.length, comments.length, metas.length].map(groupDigits);
  return `Typecho: ${numbers[0]} rows of contents, ${numbers[1]} of comments, ${numbers[2]} of categories and tags; ${groupDigits(counted)} posts with a reader count.`;
}
