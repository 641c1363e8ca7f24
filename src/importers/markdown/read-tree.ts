import type {
  ImportedHead,
  ImportedPost,
  ImportedSite,
  ImportFile,
  ImportInput,
  ImportNote,
  ImportOptions,
} from "../../model/imported.ts";
import { attachmentsFor } from "../attachments.ts";
import { decode } from "../decode.ts";
import { emptySite, joinSites, unreadable } from "../imported-site.ts";
import { withinStack } from "../within-stack.ts";
import { beforeOf } from "./before.ts";
import type { Fields } from "./fields.ts";
import { readHead, type ReadHead } from "./front-matter.ts";
import { inventoryOf } from "./inventory.ts";
import { rewriteLinks, type TreePlaces } from "./links.ts";

/** What a file of a tree is. */
export type TreePlace =
  | { readonly kind: "post" | "page"; readonly isDraft: boolean }
  /** Not to be imported, with the reason; without one it is nothing of the author's. */
  | { readonly kind: "other"; readonly reason?: string };

export interface TreeHead {
  readonly head: ImportedHead;
  /** Keys that were read or mean nothing here; all others are listed as left out. */
  readonly known: ReadonlySet<string>;
  readonly notes: readonly string[];
}

export interface TreeBody {
  readonly markdown: string;
  /** With lines from 0. */
  readonly notes: readonly { readonly line: number; readonly message: string }[];
}

/** What differs between generators that keep Markdown files in folders. */
export interface TreeDialect {
  readonly source: string;
  readonly place: (path: string, head: ReadHead) => TreePlace;
  readonly head: (fields: Fields, path: string) => TreeHead;
  /** Tags of the template language become Markdown; `addressOf` finds the address of another file of the tree. */
  readonly body: (markdown: string, fields: Fields, addressOf: (name: string) => string | undefined) => TreeBody;
  /** Delimiters of formulas become dollars. */
  readonly math: (markdown: string) => string;
}

interface TreeFile {
  readonly path: string;
  readonly read: ReadHead;
  readonly place: TreePlace;
  readonly parts: TreeHead;
}

/** Reads all posts of a tree: first their heads, from which addresses follow, then their bodies, which link to them. */
export function readTree(input: ImportInput, dialect: TreeDialect, { drafts }: ImportOptions): ImportedSite {
  const { source } = dialect;
  const unread: ImportNote[] = [];
  const files = input.files
    .filter(({ path }) => /\.(?:md|markdown|mkd)$/i.test(path))
    .flatMap((file) => readHeadOf(file, dialect, unread));
  const addresses = new Map(
    files.flatMap(({ path, parts }) => {
      const [address] = parts.head.aliases ?? [];
      return address === undefined ? [] : [[path, address] as const];
    }),
  );
  const places: TreePlaces = { addresses, paths: new Set(input.paths) };
  const sites = files.map((file) => withinStack(file.path, source, () => toSite(file, { dialect, places, drafts })));
  const joined = joinSites(source, sites);
  const linked = joined.posts.flatMap(({ body }) => {
    const { images, links } = inventoryOf(body);
    return [...images, ...links];
  });
  const own = new Set(joined.attachments.map(({ to }) => to));
  const fromRoot = attachmentsFor(linked, input.paths).filter(({ to }) => !own.has(to));
  return { ...joined, notes: [...unread, ...joined.notes], attachments: [...joined.attachments, ...fromRoot] };
}

function readHeadOf({ path, bytes }: ImportFile, dialect: TreeDialect, unread: ImportNote[]): readonly TreeFile[] {
  const decoded = decode(bytes);
  if (!decoded.ok) {
    unread.push(unreadable(path, decoded));
    return [];
  }
  if (decoded.converted !== undefined) unread.push({ file: path, message: `converted from ${decoded.converted}` });
  const read = readHead(decoded.text);
  return [{ path, read, place: dialect.place(path, read), parts: dialect.head(read.fields, path) }];
}

interface TreeContext {
  readonly dialect: TreeDialect;
  readonly places: TreePlaces;
  readonly drafts: boolean;
}

function toSite({ path, read, place, parts }: TreeFile, { dialect, places, drafts }: TreeContext): ImportedSite {
  const empty = emptySite(dialect.source);
  const left = (message: string): ImportNote => ({ file: path, message });
  if (place.kind === "other") return { ...empty, leftOut: place.reason === undefined ? [] : [left(place.reason)] };
  const isDraft = place.isDraft || parts.head.draft === true;
  if (isDraft && !drafts) return { ...empty, leftOut: [left("a draft; --drafts brings it")] };
  const at = ({ line, message }: { readonly line: number; readonly message: string }): ImportNote => ({
    file: path,
    line: line + read.bodyLine,
    message,
  });
  const [address] = parts.head.aliases ?? [];
  const addressOf = (name: string) => addressNamed(name, places.addresses);
  const body = dialect.body(read.body, read.fields, addressOf);
  const linked = rewriteLinks(dialect.math(body.markdown), { from: path, address, places });
  const post: ImportedPost = {
    kind: place.kind,
    from: path,
    line: 1,
    head: { ...parts.head, ...(isDraft && { draft: true }) },
    body: linked.markdown.trim(),
    before: beforeOf(read.body.trim(), dialect.math(body.markdown)),
  };
  return {
    ...empty,
    posts: [post],
    attachments: linked.attachments,
    notes: [
      ...read.problems.map(({ line, message }) => ({ file: path, line, message })),
      ...parts.notes.map((message) => ({ file: path, line: 1, message })),
      ...body.notes.map(at),
      ...foreignBlocks(read.body).map(at),
    ],
    leftOut: [...read.fields.keys()]
      .filter((key) => !parts.known.has(key))
      .map((key) => ({ file: path, line: 1, message: `the key “${key}” of the front matter` })),
  };
}

/** A post by the end of its path, with or without extension and date: `post_link` and `ref` name posts so. */
function addressNamed(name: string, addresses: ReadonlyMap<string, string>): string | undefined {
  const plain = (path: string) => path.replace(/\.(?:md|markdown)$/i, "").replace(/\/_?index$/, "");
  const wanted = plain(name.replace(/^\/+/, "").replace(/#.*$/s, ""));
  const found = [...addresses].find(([path]) => {
    const full = plain(path);
    return (
      full === wanted ||
      full.endsWith(`/${wanted}`) ||
      full.replace(/\d{4}-\d{2}-\d{2}-(?=[^/]*$)/, "").endsWith(`/${wanted}`)
    );
  });
  return found?.[1];
}

/** Boxes of other programs, which the site shows as text. */
function foreignBlocks(markdown: string): TreeBody["notes"] {
  return markdown.split("\n").flatMap((text, line) => {
    const box = /^\s*(:::+\s*\w+|(?:\?\?\?\+?|!!!)\s+\w+)/.exec(text)?.[1];
    return box === undefined ? [] : [{ line, message: `“${box}” is no Markdown; it stays as text` }];
  });
}
