import type { ImportFile } from "../../model/imported.ts";
import { readWaline, readWalineComment, type WalineComment } from "../waline-export.ts";
import { collect, noComments, toArtran, type CommentExport, type CommentReader } from "./comment-export.ts";

/** Waline: the approved comments of its export. */
export const waline: CommentReader = { name: "waline", read: readFile };

function readFile(file: ImportFile, { timeZone }: { readonly timeZone: string }): CommentExport {
  const read = readWaline(file);
  if (!read.ok) return { ...noComments, faults: [read.fault] };
  const all = read.value.Comment.map((value, index) => ({ number: index + 1, data: readWalineComment(value) }));
  const isHidden = ({ data }: (typeof all)[number]) => data !== undefined && data.status !== "approved";
  const results = all
    .filter((one) => !isHidden(one))
    .map(({ number, data }) => {
      const result = data ? toArtran(rawOf(data), timeZone) : "not a comment";
      return { result: typeof result === "string" ? `comment ${number}: ${result}` : result };
    });
  const hidden = all.filter(isHidden);
  const leftOut = hidden.map(() => ({ file: file.path, message: "a comment that was not approved" }));
  return {
    ...collect(file.path, results),
    leftOut,
    hidden: hidden.map(({ data }) => data?.objectId ?? data?.id ?? ""),
  };
}

/** `pid` is the comment that is answered, `rid` the first one of the thread. */
function rawOf({ objectId, id, pid, rid, nick, link, comment, insertedAt, url, sticky }: WalineComment) {
  return {
    id: objectId ?? id,
    parent: pid === undefined || pid === "" ? rid : pid,
    nick,
    link,
    content: comment ?? "",
    created: insertedAt,
    page: url,
    isPinned: sticky === true || sticky === 1 || sticky === "1" || sticky === "true",
  };
}
