import type { ElementContent } from "hast";
import { h } from "hastscript";
import type { BookContent, BookPlan } from "../model/book.ts";
import type { Outcome } from "../model/diagnostic.ts";
import { coverOf } from "./epub.ts";
import { citePage, contentsOf, sectionPage, titlePage, type ContentsEntry } from "./front-pages.ts";
import { makeBook, type Book, type BookForm, type BookInput } from "./make-book.ts";
import { toXhtml } from "./xhtml.ts";

const chapterId = (index: number) => `c${index}`;
const placeId = (index: number, id: string) => `c${index}.${id}`;

/** Everything is one document; identifiers have the chapter before them. */
const printForm: BookForm = {
  formulas: "katex",
  addresses: {
    chapter: (index) => `#${chapterId(index)}`,
    inChapter: (index, id) => `#${encodeURIComponent(placeId(index, id))}`,
  },
  id: placeId,
};

/** A book as one document for a browser that prints, and the files that it shows. */
export interface PrintDocument {
  readonly page: string;
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** The table of contents, for the outline of a PDF. */
  readonly outline: readonly ContentsEntry[];
}

/** A book as a document of pages: cover, title, contents with room for page numbers, chapters with running heads. */
export async function printDocument(
  plan: BookPlan,
  content: BookContent,
  input: BookInput,
): Promise<Outcome<PrintDocument>> {
  const { value: book, diagnostics } = await makeBook(plan, content, printForm, input);
  const { site, words, world } = input;
  const left = [...book.chapters];
  const parts = plan.sections.flatMap((section, index): readonly ElementContent[] => {
    const own = left.splice(0, section.chapters.length).map(chapterSection);
    if (section.title === undefined) return own;
    return [h("section", { id: `s${index + 1}`, className: "part" }, [...sectionPage(section)]), ...own];
  });
  const contents = contentsOf(book, words, {
    title: "#title",
    cite: "#cite",
    section: (index) => `#s${index}`,
    chapter: (index) => `#${chapterId(index)}`,
    heading: (index, id) => `#${encodeURIComponent(placeId(index, id))}`,
  });
  const body = [
    h("section", { className: "cover" }, [h("img", { src: "cover.svg", alt: words.cover })]),
    h("section", { id: "title", className: "title-page" }, [...titlePage(book, site, words)]),
    h("nav", { className: "contents" }, [h("h1", words.contents), numberedList(contents)]),
    ...parts,
    h("section", { id: "cite", className: "cite" }, [...citePage(content, words)]),
  ];
  const head = { title: plan.title, language: site.config.language, styles: "book.css" };
  const files = new Map<string, string | Uint8Array>([
    ...book.files,
    ["cover.svg", coverOf(book, input)],
    ["book.css", `${world.styles}\n${runningHeads(book)}`],
  ]);
  return { value: { page: toXhtml(body, head), files, outline: contents }, diagnostics };
}

function chapterSection({ index, body }: Book["chapters"][number]): ElementContent {
  return h("section", { id: chapterId(index), className: "chapter", style: `page:${chapterId(index)}` }, [...body]);
}

/** A list of contents in which every entry has room for the number of its page. */
function numberedList(entries: readonly ContentsEntry[]): ElementContent {
  return h(
    "ol",
    entries.map(({ text, href, below }) =>
      h("li", [
        h("a", { href }, [h("span", text), h("span", { className: "leader" }), h("span", { className: "page" })]),
        ...(below.length > 0 ? [numberedList(below)] : []),
      ]),
    ),
  );
}

/** Each chapter has pages of its own name, which say in their head what book and what chapter it is. */
function runningHeads({ plan, chapters }: Book): string {
  const rules = chapters.map(
    ({ index, title }) =>
      `@page ${chapterId(index)} { @top-left { content: ${cssString(plan.title)} } @top-right { content: ${cssString(title === plan.title ? "" : title)} } }`,
  );
  return rules.join("\n");
}

function cssString(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&").replace(/[\n\r\f]/g, " ")}"`;
}
