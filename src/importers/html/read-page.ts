import type { Element, Nodes, Root } from "hast";
import { select, selectAll } from "hast-util-select";
import { toString } from "hast-util-to-string";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { EXIT, visit } from "unist-util-visit";
import type { ImportedHead, ImportedPost, ImportedSite, ImportNote, ImportOptions } from "../../model/imported.ts";
import { slug } from "../../text/slug.ts";
import { emptySite } from "../imported-site.ts";
import { dateOf, pathOf } from "../markdown/fields.ts";
import { convert } from "./convert.ts";
import { cutFormulas } from "./cut-formulas.ts";
import { openHoles, type Holes } from "./holes.ts";
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

interface PageParts {
  readonly path: string;
  readonly tree: Root;
  readonly profile: Profile;
  readonly text: (place: Place | undefined) => readonly string[];
}

function headOf({ path, tree, profile, text }: PageParts, { timeZone, asOf }: ImportOptions): ImportedHead {
  const [address = ""] = profile.address ? textsAt(tree, profile.address, "href") : [];
  const alias = address === "" ? undefined : pathOf(address);
  const [title] = text(profile.title);
  const [author] = text(profile.author);
  const [category] = text(profile.category);
  const [readers] = text(profile.readers).map((digits) => Number(digits.replaceAll(",", "")));
  const date = dateOf(text(profile.date)[0], timeZone);
  return {
    id: idOf(alias, path),
    ...(title !== undefined && { title }),
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
    ...(category !== undefined && { category }),
    tags: [...new Set(text(profile.tags))],
    ...(readers !== undefined &&
      Number.isInteger(readers) && { readers, ...(asOf !== undefined && { readersAsOf: asOf }) }),
    aliases: alias === undefined ? [] : [alias],
  };
}

/** The last part of the address, or of the file's name: the number of the post on most old sites. */
function idOf(alias: string | undefined, path: string): string {
  const ofAddress = alias
    ?.replace(/\?.*$/s, "")
    .split("/")
    .filter((part) => part !== "")
    .at(-1)
    ?.replace(/\.html?$/i, "");
  if (ofAddress !== undefined) return ofAddress;
  const name = path.replace(/\/index\.html?$/i, "").replace(/^.*\//, "");
  return slug(name.replace(/\..*$/, ""));
}

function missingParts({ title, date }: ImportedHead, file: string): readonly ImportNote[] {
  return [
    ...(title === undefined ? [{ file, message: "has no title at the place where the profile looks" }] : []),
    ...(date === undefined ? [{ file, message: "has no date at the place where the profile looks" }] : []),
  ];
}

/** Takes out the first element that ends the text and everything behind it in the order of the page. */
function cutEnd(content: Element, { endAt, endAtText }: Profile, holes: Holes): boolean {
  const ends = new Set<Nodes>(endAt.flatMap((selector) => selectAll(selector, content)));
  let path: readonly Nodes[] = [];
  visit(content, "element", (node, _index, _parent) => {
    const begins =
      /^(?:p|div|blockquote|ul|ol|h[1-6]|strong|em)$/.test(node.tagName) && startsWithAny(node, endAtText, holes);
    if (node === content || (!ends.has(node) && !begins)) return undefined;
    path = pathTo(content, node);
    return EXIT;
  });
  path.forEach((node, index) => {
    const parent = path[index - 1];
    if (!parent || !("children" in parent)) return;
    const at = (parent.children as readonly Nodes[]).indexOf(node);
    parent.children.splice(index === path.length - 1 ? at : at + 1);
  });
  return path.length > 0;
}

function startsWithAny(node: Element, texts: readonly string[], holes: Holes): boolean {
  const text = holes
    .fill(toString(node))
    .trim()
    .replace(/^[_*]+/, "");
  return texts.some((start) => text.startsWith(start));
}

/** From the root to a node, both included. */
function pathTo(root: Element, wanted: Element): readonly Nodes[] {
  if (root === wanted) return [root];
  for (const child of root.children) {
    const path = child.type === "element" ? pathTo(child, wanted) : [];
    if (path.length > 0) return [root, ...path];
  }
  return [];
}

function removeParts(content: Element, { remove }: Profile): void {
  const unwanted = new Set<Nodes>(remove.flatMap((selector) => selectAll(selector, content)));
  visit(content, "element", (node, index, parent) => {
    if (!parent || index === undefined || !unwanted.has(node)) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
}

/** The theme's box around a picture becomes a `<figure>` with its caption. */
function markFigures(content: Element, { select: box, caption }: NonNullable<Profile["figure"]>): void {
  for (const node of selectAll(box, content)) {
    const image = select("a:has(img)", node) ?? select("img", node);
    if (!image) continue;
    const text = select(caption, node);
    node.tagName = "figure";
    node.properties = {};
    node.children = [image, ...(text ? [{ ...text, tagName: "figcaption", properties: {} }] : [])];
  }
}
