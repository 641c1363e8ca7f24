import type { CommentFile } from "../../model/comments.ts";
import { groupDigits } from "../../text/group-digits.ts";
import { readComments } from "../../parse/comments/read-comments.ts";
import { alignTable } from "../align-table.ts";
import { commentsOptions, readOptions } from "../options.ts";
import { openContent } from "../site-content.ts";
import type { Terminal } from "../terminal.ts";
import { storedRedaction } from "./stored-redaction.ts";

/** `suanjing comments list`: every file of comments with what it holds. */
export async function listComments(root: string, args: readonly string[], io: Terminal): Promise<number> {
  const { values } = readOptions(args, commentsOptions);
  const { content, config, target } = await openContent(root, values);
  const redact = await storedRedaction(target);
  const files = content.data.comments.map((file) => readComments(file, { timeZone: config.timeZone, redact }));
  if (files.length === 0) {
    io.out("There are no files of comments.");
    return 0;
  }
  const head = ["file", "comments", "pages", "hidden", "wrong", "first", "last"];
  const rows = files.map(({ value, diagnostics }) => fileRow(value, diagnostics.length));
  for (const line of alignTable([head, ...rows])) io.out(line);
  return 0;
}

function fileRow({ name, comments, hidden }: CommentFile, wrong: number): readonly string[] {
  const days = comments.map(({ date }) => date.day).sort();
  const pages = new Set(comments.map(({ page }) => page));
  const counts = [comments.length, pages.size, hidden.size, wrong].map(groupDigits);
  return [name, ...counts, days[0] ?? "—", days.at(-1) ?? "—"];
}
