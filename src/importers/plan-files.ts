import type { ImportedHead, ImportedPost, ImportedSite, ImportNote } from "../model/imported.ts";
import { slug } from "../text/slug.ts";
import { printPost } from "./front-matter.ts";

/** A post with the file that it becomes. */
export interface PlannedPost {
  readonly post: ImportedPost;
  /** In the content folder. */
  readonly path: string;
  readonly text: string;
}

export interface Plan {
  readonly posts: readonly PlannedPost[];
  readonly notes: readonly ImportNote[];
}

/**
 * Gives every post a file `posts/<year>/<name>.md`, without a date `posts/<name>.md`, and an identity of its own:
 * where two would be the same, the later ones get `-2`, `-3` in the order of the source, which is noted. A
 * name is always a slug, so that nothing in an archive can lead out of the folder.
 */
export function planFiles({ posts }: Pick<ImportedSite, "posts">): Plan {
  const ids = new Map<string, ImportedPost>();
  const paths = new Set<string>();
  const notes: ImportNote[] = [];
  const planned = posts.map((post): PlannedPost => {
    const id = firstFree(fitId(post.head.id), (one) => ids.has(foldCase(one)));
    const other = ids.get(foldCase(fitId(post.head.id)));
    if (other) notes.push(doubled(post, other, id));
    else if (id !== post.head.id)
      notes.push({ ...placeOf(post), message: `“${post.head.id}” cannot be an id; written as “${id}”` });
    ids.set(foldCase(id), post);
    if (post.kind === "page") notes.push({ ...placeOf(post), message: "a page; it is a post without a date here" });
    const named = { ...post, head: { ...(post.kind === "page" ? withoutDate(post.head) : post.head), id } };
    const path = firstFree(`${folderOf(named)}${nameOf(named, id)}`, (one) => paths.has(foldCase(one)));
    paths.add(foldCase(path));
    return { post: named, path: `${path}.md`, text: printPost(named) };
  });
  return { posts: planned, notes };
}

function withoutDate({ date: _date, updated: _updated, ...head }: ImportedHead): ImportedHead {
  return head;
}

function placeOf({ from, line }: ImportedPost): Pick<ImportNote, "file" | "line"> {
  return { file: from, line };
}

function doubled(post: ImportedPost, other: ImportedPost, id: string): ImportNote {
  const what = isTwin(post, other) ? "the same title and date" : "the same id";
  return {
    ...placeOf(post),
    message: `unsure: a post with ${what} stands at ${other.from}:${other.line}; both are written, this one as “${id}”`,
  };
}

function isTwin({ head: a }: ImportedPost, { head: b }: ImportedPost): boolean {
  return a.title !== undefined && a.title === b.title && a.date === b.date;
}

/** An identity of the old site stays as it is if front matter can hold it. */
function fitId(id: string): string {
  const normal = id.normalize("NFC");
  return /[\s/\\?#%\p{Cc}]/u.test(normal) || /^\.*$/.test(normal) ? slug(normal) : normal;
}

function folderOf({ head: { date } }: ImportedPost): string {
  const year = /^\d{4}/.exec(date ?? "")?.[0];
  return year === undefined ? "posts/" : `posts/${year}/`;
}

/** A number says nothing to a person who looks for a file, so the title joins it. */
function nameOf({ head: { title } }: ImportedPost, id: string): string {
  return /^\d+$/.test(id) && title !== undefined ? slug(`${id}-${title}`) : slug(id);
}

function firstFree(base: string, isTaken: (name: string) => boolean): string {
  let name = base;
  for (let count = 2; isTaken(name); count += 1) name = `${base}-${count}`;
  return name;
}

/** Some disks do not tell upper from lower case. */
function foldCase(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
