import type { ArtranComment, ImportedHead } from "../../model/imported.ts";
import { artranTime } from "../artran-time.ts";
import { textOf } from "../markdown/fields.ts";
import { readBody } from "./body.ts";
import type { WxrItem } from "./read-wxr.ts";

export interface ItemComments {
  readonly kept: readonly ArtranComment[];
  readonly leftOut: readonly string[];
}

/** The approved comments of a post; pingbacks, trackbacks and what waits for approval are named. */
export function readComments(
  { comments }: WxrItem,
  head: ImportedHead,
  { timeZone, siteUrl }: { readonly timeZone: string; readonly siteUrl: string },
): ItemComments {
  const kept: ArtranComment[] = [];
  const leftOut: string[] = [];
  for (const fields of comments) {
    const type = fields.get("comment_type")?.trim() ?? "";
    const created = artranTime(`${fields.get("comment_date_gmt")?.trim() ?? ""}Z`, timeZone);
    if (type !== "" && type !== "comment") leftOut.push(`a ${type}`);
    else if (fields.get("comment_approved")?.trim() !== "1") leftOut.push("a comment that was not approved");
    else if (created === undefined) leftOut.push("a comment without a date");
    else kept.push(toComment(fields, { head, created, siteUrl }));
  }
  return { kept, leftOut };
}

function toComment(
  fields: ReadonlyMap<string, string>,
  { head, created, siteUrl }: { readonly head: ImportedHead; readonly created: string; readonly siteUrl: string },
): ArtranComment {
  const text = (key: string) => textOf(fields.get(key)) ?? "";
  const parent = text("comment_parent");
  const link = text("comment_author_url");
  return {
    id: text("comment_id"),
    rid: parent === "0" ? "" : parent,
    nick: text("comment_author"),
    link: /^https?:\/\//i.test(link) ? link : "",
    content: readBody(fields.get("comment_content") ?? "", siteUrl).markdown,
    created_at: created,
    is_collapsed: "false",
    is_pending: "false",
    is_pinned: "false",
    page_key: head.aliases?.[0] ?? "",
    page_title: head.title ?? "",
  };
}
