import type { ArtranComment, ImportedSite, TableRow } from "../../model/imported.ts";
import { artranForm } from "../artran-time.ts";
import { emptySite } from "../imported-site.ts";
import { textOf } from "../markdown/fields.ts";
import { readHtml, readMarkdown } from "./body.ts";
import { numberIn, textIn, tooLong } from "./rows.ts";
import type { Settings } from "./settings.ts";

/** Where the comments of a post belong. */
export interface CommentPage {
  readonly key: string;
  readonly title: string;
}

/**
 * Reads a comment if it is approved and its post is imported; others are named.
 *
 * @param pages by the numbers of posts
 */
export function commentReader(
  pages: ReadonlyMap<number, CommentPage>,
  settings: Settings,
): (row: TableRow) => ImportedSite {
  const empty = emptySite("typecho");
  return (row) => {
    const leftOut = (message: string): ImportedSite => ({
      ...empty,
      leftOut: [{ file: row.file, line: row.line, message }],
    });
    const type = textIn(row, "type");
    if (type !== "comment" && type !== "") return leftOut(`a ${type}`);
    if (textIn(row, "status") !== "approved") return leftOut("a comment that was not approved");
    const page = pages.get(numberIn(row, "cid"));
    if (!page) return leftOut("a comment on a post that is not imported, or is a draft");
    const created = settings.instant(numberIn(row, "created"));
    if (created === undefined) return leftOut("a comment without a date");
    const tooMuch = tooLong(row);
    if (tooMuch !== undefined) return leftOut(tooMuch);
    return { ...empty, comments: [toComment(row, { page, created, settings })] };
  };
}

interface Context {
  readonly page: CommentPage;
  readonly created: string;
  readonly settings: Settings;
}

function toComment(row: TableRow, { page, created, settings }: Context): ArtranComment {
  const parent = numberIn(row, "parent");
  const link = textIn(row, "url");
  const read = settings.commentsAreMarkdown ? readMarkdown : readHtml;
  return {
    id: String(numberIn(row, "coid")),
    rid: parent === 0 ? "" : String(parent),
    nick: textOf(textIn(row, "author")) ?? "",
    link: /^https?:\/\//i.test(link) ? link : "",
    content: read(textIn(row, "text").replace(/\r\n?/g, "\n"), settings.siteUrl).markdown,
    created_at: artranForm(created),
    is_collapsed: "false",
    is_pending: "false",
    is_pinned: "false",
    page_key: page.key,
    page_title: page.title,
  };
}
