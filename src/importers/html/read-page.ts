import { select } from "hast-util-select";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import type { ImportedHead, ImportedPost, ImportedSite, ImportNote, ImportOptions } from "../../model/imported.ts";
import { emptySite } from "../imported-site.ts";
import { convert } from "./convert.ts";
import { cutFormulas } from "./cut-formulas.ts";
import { openHoles } from "./holes.ts";
import { headOf } from "./page-head.ts";
import { cutEnd, markFigures, removeParts } from "./page-parts.ts";
import { textsAt, type Place, type Profile } from "./profile.ts";
import { readComments } from "./read-comments.ts";

/** A saved page as text. */
export interface Page {
  readonly path: string;
  readonly html: string;
}

/** Reads a page by a profile: one post with its comments, or a note that the page is none. */
export function readPage({ path, html }: Page, profile: Profile, options: ImportOptions): ImportedSite {
  const holes = openHoles();
  const tree = unified()
    .use(rehypeParse)
    .parse(cutFormulas(html, holes, { brackets: true }));
  const content = select(profile.content, tree);
  if (!content)
    return {
      ...emptySite("html"),
      leftOut: [{ file: path, message: "a page without the text of a post; not imported" }],
    };
  const text = (place: Place | undefined) => (place ? textsAt(tree, place).map(holes.fill) : []);
  const head = headOf({ path, tree, profile, text }, options);
  const comments = readComments(tree, {
    profile,
    holes,
    options,
    pageKey: head.aliases?.[0] ?? `/${path}`,
    title: head.title ?? "",
  });
  const ended = cutEnd(content, profile, holes);
  removeParts(content, profile);
  if (profile.figure) markFigures(content, profile.figure);
  const { markdown, before, removed } = convert(content.children, holes);
  const post: ImportedPost = {
    kind: "post",
    from: path,
    line: content.position?.start.line ?? 1,
    head,
    body: markdown,
    before,
  };
  return {
    ...emptySite("html"),
    posts: [post],
    comments: comments.kept,
    notes: [...missingParts(head, path), ...comments.notes.map((message) => ({ file: path, message }))],
    leftOut: [
      ...removed.map(({ line, message }): ImportNote => ({ file: path, ...(line !== undefined && { line }), message })),
      ...(ended ? [{ file: path, message: "what the theme prints under a post" }] : []),
    ],
  };
}

function missingParts({ title, date }: ImportedHead, file: string): readonly ImportNote[] {
  return [
    ...(title === undefined ? [{ file, message: "has no title at the place where the profile looks" }] : []),
    ...(date === undefined ? [{ file, message: "has no date at the place where the profile looks" }] : []),
  ];
}
