import type { ImportFile } from "../../model/imported.ts";
import { decode } from "../decode.ts";
import { unreadable } from "../imported-site.ts";
import { pathOf, textOf } from "../markdown/fields.ts";
import { readComments } from "../wordpress/comments.ts";
import { readWxr, type Wxr, type WxrItem } from "../wordpress/read-wxr.ts";
import { noComments, type CommentExport, type CommentReader } from "./comment-export.ts";

/** WordPress: the approved comments of its export (“WXR”), without the posts. */
export const wordpress: CommentReader = { name: "wordpress", read: readFile };

function readFile(file: ImportFile, { timeZone }: { readonly timeZone: string }): CommentExport {
  const decoded = decode(file.bytes);
  if (!decoded.ok) return { ...noComments, faults: [unreadable(file.path, decoded)] };
  const wxr = readWxr(decoded.text);
  const parts = wxr.items.map((item) => readItem(item, wxr, { file: file.path, timeZone }));
  return {
    comments: parts.flatMap(({ comments }) => comments),
    faults: [
      ...wxr.problems.map((problem) => ({ file: file.path, ...problem })),
      ...parts.flatMap(({ faults }) => faults),
    ],
    leftOut: parts.flatMap(({ leftOut }) => leftOut),
    hidden: parts.flatMap(({ hidden }) => hidden),
  };
}

function readItem(
  item: WxrItem,
  { baseUrl: siteUrl }: Wxr,
  { file, timeZone }: { readonly file: string; readonly timeZone: string },
): CommentExport {
  const { line, fields } = item;
  const id = textOf(fields.get("post_id")) ?? "";
  const title = textOf(fields.get("title"));
  const link = textOf(fields.get("link"));
  const alias = (link === undefined ? undefined : pathOf(link)) ?? `/?p=${id}`;
  try {
    const head = { id, aliases: [alias], ...(title !== undefined && { title }) };
    const { kept, leftOut } = readComments(item, head, { timeZone, siteUrl });
    const shown = new Set(kept.map((comment) => comment.id));
    const hidden = item.comments.flatMap((one) => textOf(one.get("comment_id")) ?? []).filter((one) => !shown.has(one));
    return { comments: kept, faults: [], leftOut: leftOut.map((message) => ({ file, line, message })), hidden };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...noComments, faults: [{ file, line, message: "a comment whose elements are nested too deeply" }] };
  }
}
