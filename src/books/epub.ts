import type { ElementContent } from "hast";
import { h } from "hastscript";
import type { BookContent, BookPlan } from "../model/book.ts";
import type { Outcome } from "../model/diagnostic.ts";
import type { Site } from "../model/site.ts";
import { known } from "../text/known.ts";
import { hrefTo } from "../text/site-href.ts";
import { coverSvg } from "./cover.ts";
import {
  authorsOf,
  citePage,
  contentsList,
  contentsOf,
  sectionPage,
  titlePage,
  yearsOf,
  type ContentsEntry,
} from "./front-pages.ts";
import { makeBook, type Book, type BookForm, type BookInput } from "./make-book.ts";
import { container, packageDocument, type PackageFacts, type PackageItem } from "./package-document.ts";
import { toXhtml } from "./xhtml.ts";
import { packFiles } from "./zip.ts";

const chapterFile = (index: number) => `c${index}.xhtml`;

/** Chapters are files, and identifiers stay as they are. */
export const epubForm: BookForm = {
  formulas: "mathml",
  addresses: {
    chapter: chapterFile,
    inChapter: (index, id, own) => `${index === own ? "" : chapterFile(index)}#${encodeURIComponent(id)}`,
  },
  id: (_index, id) => id,
};

/** A book as EPUB 3. The same posts and settings give the same bytes. */
export async function epub(plan: BookPlan, content: BookContent, input: BookInput): Promise<Outcome<Uint8Array>> {
  const { value: book, diagnostics } = await makeBook(plan, content, epubForm, input);
  const pages = bookPages(book, input);
  const named: readonly (readonly [string, string | Uint8Array])[] = [
    ["book.css", input.world.styles],
    ["cover.svg", coverOf(book, input)],
    ...pages.map(({ file, title, body }) => [file, xhtmlOf({ title, body }, input)] as const),
    ...[...book.files].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ];
  const items = named.map(([path, body]): PackageItem => {
    const properties = propertiesOf(path, body);
    return { path, isPage: path.endsWith(".xhtml"), ...(properties !== "" && { properties }) };
  });
  const bytes = packFiles([
    ["mimetype", "application/epub+zip"],
    ["META-INF/container.xml", container],
    ["book/package.opf", packageDocument(factsOf(book, input), items)],
    ...named.map(([path, body]) => [`book/${path}`, body] as const),
  ]);
  return { value: bytes, diagnostics };
}

interface BookPage {
  readonly file: string;
  readonly title: string;
  readonly body: readonly ElementContent[];
}

/** Cover, title, table of contents, the chapters with the pages of parts before them, citation. */
function bookPages(book: Book, { site, words }: BookInput): readonly BookPage[] {
  const { plan, chapters, content } = book;
  const left = [...chapters];
  const parts = plan.sections.flatMap((section, index): readonly BookPage[] => {
    const own = left.splice(0, section.chapters.length).map(({ index: at, title, body }) => ({
      file: chapterFile(at),
      title,
      body: [h("section", { "epub:type": "chapter", role: "doc-chapter" }, [...body])],
    }));
    if (section.title === undefined) return own;
    const body = [
      h("section", { className: "part", "epub:type": "part", role: "doc-part" }, [...sectionPage(section)]),
    ];
    return [{ file: `s${index + 1}.xhtml`, title: section.title, body }, ...own];
  });
  const contents = contentsOf(book, words, {
    title: "title.xhtml",
    cite: "cite.xhtml",
    section: (index) => `s${index}.xhtml`,
    chapter: chapterFile,
    heading: (index, id) => `${chapterFile(index)}#${encodeURIComponent(id)}`,
  });
  return [
    { file: "cover.xhtml", title: words.cover, body: coverPage(words.cover) },
    {
      file: "title.xhtml",
      title: plan.title,
      body: [h("section", { "epub:type": "titlepage" }, [...titlePage(book, site, words)])],
    },
    { file: "nav.xhtml", title: words.contents, body: navigation(contents, words.contents) },
    ...parts,
    {
      file: "cite.xhtml",
      title: words.cite,
      body: [h("section", { className: "cite" }, [...citePage(content, words)])],
    },
  ];
}

function coverPage(name: string): readonly ElementContent[] {
  return [h("section", { className: "cover", "epub:type": "cover" }, [h("img", { src: "cover.svg", alt: name })])];
}

function navigation(contents: readonly ContentsEntry[], title: string): readonly ElementContent[] {
  return [
    h("nav", { id: "toc", className: "contents", "epub:type": "toc", role: "doc-toc" }, [
      h("h1", title),
      contentsList(contents),
    ]),
  ];
}

function xhtmlOf({ title, body }: Pick<BookPage, "title" | "body">, { site }: BookInput): string {
  return toXhtml(body, { title, language: site.config.language, styles: "book.css" });
}

/** What readers must know of a file before they open it. */
function propertiesOf(path: string, body: string | Uint8Array): string {
  if (path === "cover.svg") return "cover-image";
  if (path === "nav.xhtml") return "nav";
  return typeof body === "string" && path.endsWith(".xhtml") && body.includes("<math ") ? "mathml" : "";
}

/** The cover of a book. */
export function coverOf(book: Book, { site, words }: BookInput): string {
  const { plan, content } = book;
  return coverSvg({
    title: plan.title,
    authors: authorsOf(book).join("、"),
    site: site.config.title,
    facts: [yearsOf(content), words.chapters(content.chapters.length)].filter((one) => one !== "").join(" · "),
    chapters: content.chapters.length,
  });
}

function factsOf(book: Book, { site, world }: BookInput): PackageFacts {
  const { plan, content } = book;
  const { baseUrl, language, license, title } = site.config;
  const address = baseUrl + hrefTo(site, plan.url);
  const day = content.chapters
    .flatMap((chapter) => chapter.day ?? [])
    .toSorted()
    .at(-1);
  return {
    identifier: uuidOf(world.hash(address)),
    title: plan.title,
    language,
    authors: authorsOf(book),
    publisher: title,
    rights: `${license.name} ${license.url}`.trim(),
    ...(baseUrl !== "" && { source: address }),
    ...(day !== undefined && { date: day }),
    modified: modifiedOf(content, site)
      .toISOString()
      .replace(/\.\d+Z$/, "Z"),
    formulas: world.drawer ? "svg" : "mathml",
  };
}

/** A UUID of version 8 (RFC 9562) made of a hash: the book of an address is the same book after an edit. */
function uuidOf(hash: string): string {
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** The last change of any chapter; the beginning of time where no chapter says. */
export function modifiedOf({ chapters }: BookContent, site: Site): Date {
  const instants = chapters.flatMap(({ post }) => {
    const { date, updated } = known(site.byId, post).meta;
    return [date, updated].flatMap((one) => (one ? [Date.parse(one.instant)] : []));
  });
  return new Date(Math.max(0, ...instants));
}
