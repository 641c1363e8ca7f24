import type { ImportedSite, ImportNote } from "../model/imported.ts";
import type { Decoded } from "./decode.ts";

/** A site without anything, to be spread under what an importer finds. */
export function emptySite(source: string): ImportedSite {
  return { source, posts: [], comments: [], moved: [], attachments: [], notes: [], leftOut: [], account: [] };
}

/** The note about a file whose bytes are no text. */
export function unreadable(file: string, { offset }: Extract<Decoded, { readonly ok: false }>): ImportNote {
  return { file, message: `is not UTF-8: the byte at offset ${offset} is no part of a character` };
}

/** One site of several parts, in their order. */
export function joinSites(source: string, parts: readonly ImportedSite[]): ImportedSite {
  return {
    source,
    posts: parts.flatMap(({ posts }) => posts),
    comments: parts.flatMap(({ comments }) => comments),
    moved: parts.flatMap(({ moved }) => moved),
    attachments: parts.flatMap(({ attachments }) => attachments),
    notes: parts.flatMap(({ notes }) => notes),
    leftOut: parts.flatMap(({ leftOut }) => leftOut),
    account: parts.flatMap(({ account }) => account),
  };
}
