import type { ElementContent } from "hast";
import { h } from "hastscript";
import type { BookContent, BookWords } from "../model/book.ts";
import type { Site } from "../model/site.ts";
import { hrefTo } from "../text/site-href.ts";
import type { BookSection } from "../model/book.ts";
import type { Book, MadeChapter } from "./make-book.ts";

/** Who has written a book, in the order of its chapters. */
export function authorsOf({ content }: Pick<Book, "content">): readonly string[] {
  return [...new Set(content.chapters.flatMap(({ author }) => author.split("、")))].filter((name) => name !== "");
}

/** First and last year of the chapters, `2021–2024`; empty if no chapter has a date. */
export function yearsOf({ chapters }: BookContent): string {
  const years = chapters.flatMap(({ day }) => day?.slice(0, 4) ?? []).toSorted();
  const [first = "", last = ""] = [years[0], years.at(-1)];
  return first === last ? first : `${first}–${last}`;
}

/** Title, authors and years; where the text comes from and under which licence; what the series is about. */
export function titlePage(book: Book, site: Site, words: BookWords): readonly ElementContent[] {
  const { plan, content, intro } = book;
  const { baseUrl, license, title } = site.config;
  const address = baseUrl + hrefTo(site, plan.url);
  const licenses = new Set(content.chapters.flatMap((chapter) => chapter.license ?? []));
  return [
    h("header", { className: "book-head" }, [
      h("h1", plan.title),
      h("p", { className: "authors" }, authorsOf(book).join("、")),
      h(
        "p",
        { className: "years" },
        [yearsOf(content), words.chapters(content.chapters.length)].filter((one) => one !== "").join(" · "),
      ),
      ...(plan.missing.length > 0 ? [h("p", { className: "missing" }, words.missingParts(plan.missing))] : []),
    ]),
    ...(intro.length > 0 ? [h("section", { className: "intro" }, [...intro])] : []),
    h("footer", { className: "colophon" }, [
      h("p", [`${words.source} ${title} `, ...(baseUrl === "" ? [] : [h("a", { href: address }, decodeURI(address))])]),
      h("p", [`${words.license} `, h("a", { href: license.url }, license.name)]),
      ...(licenses.size > 0 ? [h("p", `${words.licenseNote} ${[...licenses].join("、")}`)] : []),
    ]),
  ];
}

/** The page before the first chapter of a part of the book. */
export function sectionPage({ title = "", note }: BookSection): readonly ElementContent[] {
  return [h("h1", title), ...(note === undefined ? [] : [h("p", note)])];
}

/** How the whole is cited. */
export function citePage({ citations }: BookContent, words: BookWords): readonly ElementContent[] {
  return [
    h("h1", words.cite),
    ...citations.flatMap(({ name, text }): readonly ElementContent[] => [
      ...(name === "" ? [] : [h("h2", name)]),
      text.includes("\n") ? h("pre", h("code", text)) : h("p", text),
    ]),
  ];
}

/** An entry of the table of contents: text, place, and what stands below it. */
export interface ContentsEntry {
  readonly text: string;
  readonly href: string;
  readonly below: readonly ContentsEntry[];
}

export interface ContentsPlaces {
  readonly title: string;
  readonly cite: string;
  readonly section: (index: number) => string;
  readonly chapter: (index: number) => string;
  readonly heading: (index: number, id: string) => string;
}

/** The table of contents: parts, chapters, headings. */
export function contentsOf({ plan, chapters }: Book, words: BookWords, to: ContentsPlaces): readonly ContentsEntry[] {
  const left = [...chapters];
  const sections = plan.sections.flatMap((section, index): readonly ContentsEntry[] => {
    const entries = left.splice(0, section.chapters.length).map((chapter) => chapterEntry(chapter, to));
    return section.title === undefined
      ? entries
      : [{ text: section.title, href: to.section(index + 1), below: entries }];
  });
  return [{ text: plan.title, href: to.title, below: [] }, ...sections, { text: words.cite, href: to.cite, below: [] }];
}

function chapterEntry({ index, title, headings }: MadeChapter, to: ContentsPlaces): ContentsEntry {
  const below: { text: string; href: string; below: ContentsEntry[] }[] = [];
  for (const { depth, id, text } of headings) {
    const entry = { text, href: to.heading(index, id), below: [] };
    const parent = below.at(-1);
    if (depth === 3 && parent) parent.below.push(entry);
    else below.push(entry);
  }
  return { text: title, href: to.chapter(index), below };
}

/** The table of contents as a list. */
export function contentsList(entries: readonly ContentsEntry[]): ElementContent {
  return h(
    "ol",
    entries.map(({ text, href, below }) =>
      h("li", [h("a", { href }, text), ...(below.length > 0 ? [contentsList(below)] : [])]),
    ),
  );
}
