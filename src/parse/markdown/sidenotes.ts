import type { Element, ElementContent, Parents, Root, RootContent } from "hast";
import { visit } from "../visit.ts";
import { childElements } from "./child-elements.ts";
import { addressOf, isNoteSection, noteLists, noteWords, type Note } from "./notes.ts";

type Content = RootContent | ElementContent;
type Language = keyof typeof noteWords;

const names = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Blocks that reach to the right edge of the text, so that a note beside their lines stands in the margin. */
const holders = names("ul ol li blockquote details div dl dd");
const inline = names("sup sub em strong del ins span a b i u s font small big mark");
/** What the margin is too narrow for. */
const wide = names("pre table");

/**
 * Moves notes from the list at the end to their marks, each as an `<aside>` behind its paragraph, which the stylesheet
 * puts into the margin. Notes stay in the list if two marks lead to them, if the mark stands in a table, a heading or
 * another note, or if they hold code or a table.
 */
export function placeNotes(root: Root, notes: readonly Note[], language: Language): void {
  const byMark = new Map(notes.filter(isMovable).map((note) => [note.marks[0], note]));
  const moved = new Set<Element>();
  const take = (nodes: readonly Content[]): readonly Element[] =>
    notesIn(nodes, byMark).map((note) => {
      moved.add(note.item);
      return aside(note, language);
    });
  if (byMark.size > 0) placeIn(root, take);
  if (moved.size > 0) shortenList(root, notes, moved);
}

function isMovable({ item, marks }: Note): boolean {
  let isNarrow = true;
  visit(item, "element", ({ tagName }) => {
    isNarrow &&= !wide.has(tagName);
  });
  return isNarrow && marks.length === 1;
}

function notesIn(nodes: readonly Content[], byMark: ReadonlyMap<Element | undefined, Note>): readonly Note[] {
  return nodes.flatMap((node): readonly Note[] => {
    if (node.type !== "element") return [];
    const note = byMark.get(node);
    return note ? [note] : notesIn(node.children, byMark);
  });
}

/** Text may stand in a block without a paragraph; its notes come before the next block. */
function placeIn(parent: Parents, take: (nodes: readonly Content[]) => readonly Element[]): void {
  const children: Content[] = [];
  let text: Content[] = [];
  for (const child of parent.children) {
    if (child.type === "element" && inline.has(child.tagName)) text.push(child);
    if (child.type !== "element" || inline.has(child.tagName)) {
      children.push(child);
      continue;
    }
    children.push(...take(text));
    text = [];
    if (holders.has(child.tagName)) placeIn(child, take);
    children.push(child.tagName === "p" ? withNotes(child, take([child])) : child);
  }
  parent.children = [...children, ...take(text)] as ElementContent[];
}

/** Classes of the paragraph say how it stands to its neighbours, which are those of the whole. */
function withNotes(paragraph: Element, asides: readonly Element[]): Element {
  if (asides.length === 0) return paragraph;
  const { className = [], ...properties } = paragraph.properties;
  return {
    type: "element",
    tagName: "div",
    properties: { className: ["noted", ...(className as string[])] },
    children: [{ ...paragraph, properties }, ...asides],
  };
}

function aside({ number, item, marks }: Note, language: Language): Element {
  const words = noteWords[language];
  const back: Element = {
    type: "element",
    tagName: "a",
    properties: {
      className: ["no"],
      href: addressOf(String(marks[0]?.properties["id"])),
      ariaLabel: words.back(number, 1),
    },
    children: [{ type: "text", value: String(number) }],
  };
  const children = withoutBackLinks(item).children.filter(({ type }) => type === "element");
  const [first, ...rest] = children;
  const isText = first?.type === "element" && first.tagName === "p";
  return {
    type: "element",
    tagName: "aside",
    // Not a landmark: a post may have fifty of them.
    properties: { className: ["note"], id: String(item.properties["id"]), role: "note", ariaLabel: words.mark(number) },
    children: isText ? [{ ...first, children: [back, ...first.children] }, ...rest] : [back, ...children],
  };
}

/** The number of an aside leads back, so that the arrows at its end go, and the space before them. */
function withoutBackLinks(item: Element): Element {
  const children = item.children
    .filter((child) => child.type !== "element" || !("dataFootnoteBackref" in child.properties))
    .map((child) => (child.type === "element" ? withoutBackLinks(child) : child));
  const last = children.at(-1);
  if (children.length < item.children.length && last?.type === "text") last.value = last.value.trimEnd();
  return { ...item, children };
}

/** Notes that stay keep their numbers; a list without any goes. */
function shortenList(root: Root, notes: readonly Note[], moved: ReadonlySet<Element>): void {
  for (const list of noteLists(root))
    list.children = list.children.filter((item) => item.type !== "element" || !moved.has(item));
  const left = childElements(root, "section").filter((section) => isNoteSection(section) && !hasItems(section));
  const empty = new Set<Content>(left);
  root.children = root.children.filter((child) => !empty.has(child));
  for (const { number, item } of notes) item.properties["value"] = String(number);
}

function hasItems(section: Element): boolean {
  return childElements(section, "ol").some((list) => childElements(list, "li").length > 0);
}
