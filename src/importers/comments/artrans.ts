import * as z from "zod";
import type { ImportFile } from "../../model/imported.ts";
import { readJson } from "../readers/json-data.ts";
import { collect, noComments, toArtran, type CommentExport, type CommentReader } from "./comment-export.ts";

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String).optional();

/** The keys that are read; values of all others, private ones above all, are never looked at. */
const entry = z.object({
  id: text,
  rid: text,
  nick: text,
  link: text,
  badge_name: text,
  content: text,
  created_at: text,
  page_key: text,
  page_title: text,
  is_pending: text,
  is_collapsed: text,
  is_pinned: text,
});

/** Artrans, the form of exchange of Artalk, to which there are converters for most systems. */
export const artrans: CommentReader = { name: "artrans", read: readFile };

function readFile(file: ImportFile, { timeZone }: { readonly timeZone: string }): CommentExport {
  const json = readJson(file, z.array(z.unknown()), "a list of comments");
  if (!json.ok) return { ...noComments, faults: [json.fault] };
  const entries = json.value.map((value, index) => ({ number: index + 1, data: entry.safeParse(value).data }));
  const isPending = ({ data }: (typeof entries)[number]) => data?.is_pending === "true";
  const results = entries
    .filter((one) => !isPending(one))
    .map(({ number, data }) => {
      const result = data ? toArtran(rawOf(data), timeZone) : "not a comment";
      return { result: typeof result === "string" ? `entry ${number}: ${result}` : result };
    });
  const hidden = entries.filter(isPending);
  const leftOut = hidden.map(() => ({ file: file.path, message: "a comment that is pending" }));
  return { ...collect(file.path, results), leftOut, hidden: hidden.map(({ data }) => data?.id ?? "") };
}

function rawOf(data: z.infer<typeof entry>) {
  return {
    id: data.id,
    parent: data.rid,
    nick: data.nick,
    link: data.link,
    badge: data.badge_name,
    content: data.content ?? "",
    created: data.created_at,
    page: data.page_key,
    pageTitle: data.page_title,
    isCollapsed: data.is_collapsed === "true",
    isPinned: data.is_pinned === "true",
  };
}
