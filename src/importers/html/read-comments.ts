import type { Element, ElementContent, Root } from "hast";
import { select, selectAll } from "hast-util-select";
import { toString } from "hast-util-to-string";
import type { ArtranComment, ImportOptions } from "../../model/imported.ts";
import { artranTime } from "../artran-time.ts";
import { convert } from "./convert.ts";
import type { Holes } from "./holes.ts";
import type { Profile } from "./profile.ts";

export interface ReadComments {
  readonly kept: readonly ArtranComment[];
  readonly notes: readonly string[];
}

export interface CommentContext {
  readonly profile: Profile;
  readonly holes: Holes;
  readonly options: Pick<ImportOptions, "timeZone">;
  readonly pageKey: string;
  readonly title: string;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const englishDate =
  /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?, (\d{4})(?: at (\d{1,2}):(\d{2}) ?([ap]m)?)?/i;

/** Reads the comments that a page shows: those with an id `comment-12`; one inside of another is an answer to it. */
export function readComments(tree: Root, context: CommentContext): ReadComments {
  const { comments } = context.profile;
  if (!comments) return { kept: [], notes: [] };
  const all = selectAll(comments.select, tree).filter(({ properties }) => idOf(properties) !== undefined);
  const kept: ArtranComment[] = [];
  const notes: string[] = [];
  // Inner ones first, so that an answer is not part of what it answers.
  for (const node of all.toReversed()) {
    const comment = readComment(node, { ...context, comments, parent: parentOf(node, all) });
    if (comment === undefined)
      notes.push(`the comment ${String(node.properties["id"])} has no date or no text where the profile looks`);
    else kept.unshift(comment);
    node.children = [];
  }
  return { kept, notes };
}

function idOf({ id }: Element["properties"]): string | undefined {
  return typeof id === "string" ? /^(?:li-)?comment-(\d+)$/.exec(id)?.[1] : undefined;
}

/** The innermost of the others around a comment. */
function parentOf(node: Element, all: readonly Element[]): string {
  const around = all.filter((other) => other !== node && contains(other, node));
  return idOf(around.at(-1)?.properties ?? {}) ?? "";
}

function contains(outer: Element, inner: Element): boolean {
  return outer.children.some((child) => child === inner || (child.type === "element" && contains(child, inner)));
}

interface OneComment extends CommentContext {
  readonly comments: NonNullable<Profile["comments"]>;
  readonly parent: string;
}

function readComment(node: Element, context: OneComment): ArtranComment | undefined {
  const { comments, holes, options, pageKey, title, parent } = context;
  const dates = selectAll(comments.date, node).map(({ properties, children }) => {
    const { dateTime } = properties;
    return typeof dateTime === "string" ? dateTime : toString({ type: "root", children });
  });
  const created = [...dates, toString(node)].map((text) => artranTime(readable(text), options.timeZone)).find(Boolean);
  const author = selectAll(comments.nick, node).find((one) => toString(one).trim() !== "");
  const content = contentOf(node, comments.content);
  if (created === undefined || content.length === 0) return undefined;
  return {
    id: idOf(node.properties) ?? "",
    rid: parent,
    nick: holes
      .fill(author ? toString(author) : "")
      .replace(/\s+/gu, " ")
      .trim(),
    link: linkOf(author),
    content: convert(content, holes).markdown,
    created_at: created,
    is_collapsed: "false",
    is_pending: "false",
    is_pinned: "false",
    page_key: pageKey,
    page_title: title,
  };
}

/** What the profile selects, else the paragraphs of the comment. */
function contentOf(node: Element, selector: string): readonly ElementContent[] {
  const content = select(selector, node);
  if (content) return content.children;
  return node.children.filter(
    (child) => child.type === "element" && /^(?:p|ul|ol|pre|blockquote|table)$/.test(child.tagName),
  );
}

/** `2018-04-04` or `2018-04-04 08:00` in what the theme prints: `April 4th, 2018 at 08:00 am`, or a date as it is. */
function readable(text: string): string {
  const match = englishDate.exec(text);
  if (!match)
    return /\d{4}-\d{1,2}-\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?/.exec(text)?.[0] ?? "";
  const [, month = "", day = "", year = "", hour, minute = "", half] = match;
  const date = `${year}-${months.indexOf(month.toLowerCase()) + 1}-${day}`;
  if (hour === undefined) return date;
  const isAfternoon = half?.toLowerCase() === "pm";
  return `${date} ${(Number(hour) % (half === undefined ? 24 : 12)) + (isAfternoon ? 12 : 0)}:${minute}`;
}

function linkOf(author: Element | undefined): string {
  const link = author?.tagName === "a" ? author : author && select("a", author);
  const href = link?.properties["href"];
  return typeof href === "string" && /^https?:\/\//i.test(href) ? href : "";
}
