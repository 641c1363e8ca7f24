import type { ElementContent, Root } from "hast";
import { h } from "hastscript";
import type { BookChapter, BookWords } from "../model/book.ts";
import type { Html } from "../model/brand.ts";
import type { CommentItem } from "../model/theme.ts";
import { absoluteHref } from "./origin.ts";
import { textOf } from "./formulas.ts";
import { contentOf, elementsIn } from "./tree.ts";

export interface ChapterInput {
  readonly chapter: BookChapter;
  readonly label?: string;
  readonly words: BookWords;
  readonly bibliography: string;
  readonly origin: string;
  /** What becomes of markup with formulas before it is a tree. */
  readonly prepare: (html: Html) => Html;
}

/** The text of a chapter: number and title, who wrote it when and where it stands, the text, references, comments. */
export function chapterBody(input: ChapterInput): Root {
  const { chapter, prepare, words } = input;
  const content = (html: Html) => contentOf(prepare(html));
  const children: ElementContent[] = [
    ...head(input),
    ...(chapter.summary === undefined
      ? []
      : [h("div", { className: "digest" }, [h("b", words.summary), " ", ...content(chapter.summary)])]),
    ...content(chapter.body),
    ...references(input),
    ...comments(input),
  ];
  return { type: "root", children };
}

function head({ chapter, label, words, origin, prepare }: ChapterInput): readonly ElementContent[] {
  const { title, author, day, updated, href, original } = chapter;
  const facts = [author, day, updated === undefined ? undefined : words.updatedOn(updated)].filter(
    (one) => one !== undefined,
  );
  const address = absoluteHref(origin, href);
  return [
    h("header", { className: "chapter-head" }, [
      ...(label === undefined ? [] : [h("p", { className: "label" }, words.chapter(label))]),
      h("h1", contentOf(prepare(title))),
      h("p", { className: "byline" }, facts.join(" · ")),
      ...(address === undefined
        ? []
        : [h("p", { className: "source" }, [`${words.source} `, h("a", { href: address }, decodeURI(address))])]),
      ...(original?.title === undefined
        ? []
        : [h("p", { className: "source" }, `${words.original} ${original.title}`)]),
    ]),
  ];
}

function references({ chapter, bibliography }: ChapterInput): readonly ElementContent[] {
  if (chapter.bibliography.length === 0) return [];
  const items = chapter.bibliography.map(({ id, html }) => h("li", { id }, contentOf(html)));
  return [h("section", { className: "references" }, [h("h2", bibliography), h("ol", items)])];
}

function comments({ chapter, words, prepare }: ChapterInput): readonly ElementContent[] {
  if (chapter.comments.length === 0) return [];
  const count = (items: readonly CommentItem[]): number =>
    items.reduce((sum, { replies }) => sum + 1 + count(replies), 0);
  const list = (items: readonly CommentItem[]): ElementContent =>
    h(
      "ol",
      items.map((item) => h("li", comment(item))),
    );
  const comment = ({ id, name, time, isAuthor, answers, body, replies }: CommentItem): ElementContent[] => [
    h("article", { id: `comment-${id}` }, [
      h("p", { className: "byline" }, [
        h("b", name),
        ...(isAuthor ? [` (${words.author})`] : []),
        ` · ${time}`,
        ...(answers ? [` · ${words.answers} `, h("a", { href: answers.href }, answers.text)] : []),
      ]),
      ...contentOf(prepare(body)),
    ]),
    ...(replies.length > 0 ? [list(replies)] : []),
  ];
  const title = words.comments(count(chapter.comments));
  return [h("section", { className: "comments" }, [h("h2", title), list(chapter.comments)])];
}

/** A heading of a chapter, for the table of contents. */
export interface Heading {
  readonly depth: 2 | 3;
  readonly id: string;
  readonly text: string;
}

/** The headings of a chapter that have an identifier, those of level 3 only below one of level 2. */
export function headingsIn(root: Root): readonly Heading[] {
  return [...elementsIn(root)].flatMap((element): readonly Heading[] => {
    const { id } = element.properties;
    const depth = element.tagName === "h2" ? 2 : element.tagName === "h3" ? 3 : undefined;
    return depth === undefined || typeof id !== "string" ? [] : [{ depth, id, text: textOf(element).trim() }];
  });
}
