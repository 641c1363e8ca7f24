import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFRawStream,
} from "@cantoo/pdf-lib";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { pagesOfPlaces } from "../../src/host/pdf-pages.ts";
import { copySample, run, type SampleSite } from "../support/command.ts";
import { connect } from "./visit.ts";

let browser: Browser;
let site: SampleSite;
/** Addresses of the chapters of all books. */
let chapters: readonly string[];
beforeAll(async () => {
  browser = await connect();
  site = copySample(inject("kept"));
  const made = run(site, ["export", "epub", "--all"]);
  expect(made.status, made.printed).toBe(0);
  const books = join(site.folder, "books");
  chapters = readdirSync(books).flatMap((name) => unpack(join(books, name), join(site.folder, "unpacked", name)));
});
afterAll(async () => {
  await browser.close();
  site.remove();
});

interface Shown {
  readonly formulas: number;
  /** Of equations, in their order, without parentheses. */
  readonly numbers: readonly string[];
}

interface ShownChapter extends Shown {
  readonly isBroken: boolean;
  /** Where its page is on the site. */
  readonly path: string;
}

/** Unpacks a book; the addresses of its chapters, in their order. */
function unpack(file: string, folder: string): readonly string[] {
  const files = Object.entries(unzipSync(readFileSync(file)));
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  const chapters = files.map(([name]) => name).filter((name) => /\/c\d+\.xhtml$/.test(name));
  return chapters.map((name) => pathToFileURL(join(folder, name)).href);
}

async function chapterAt(page: Page, address: string): Promise<ShownChapter> {
  await page.goto(address);
  return page.evaluate(() => ({
    isBroken: document.querySelector("parsererror") !== null,
    path: new URL(String(document.querySelector(".source a")?.getAttribute("href"))).pathname,
    formulas: [...document.querySelectorAll("math")].filter((one) => !one.closest(".chapter-head, .digest")).length,
    numbers: [...document.querySelectorAll(".eq > .no, .rows > math > mtable > mtr > mtd:last-child")].flatMap((one) =>
      one.textContent === "" ? [] : [one.textContent.slice(1, -1)],
    ),
  }));
}

async function pageOfSite(page: Page, path: string): Promise<Shown> {
  await page.goto(inject("origin") + path, { waitUntil: "domcontentloaded" });
  return page.evaluate(() => ({
    formulas: document.querySelectorAll(".prose math").length,
    numbers: [...document.querySelectorAll<HTMLElement>(".prose [data-numbers]")].flatMap((one) =>
      (JSON.parse(String(one.dataset["numbers"])) as (string | null)[]).filter((number) => number !== null),
    ),
  }));
}

it("every chapter of every series is XHTML with the formulas and the numbers of its page", async () => {
  expect(chapters.length).toBeGreaterThan(10);
  const page = await browser.newPage({ javaScriptEnabled: false });
  const numbers = new Set<string>();
  for (const chapter of chapters) {
    const { path, ...shown } = await chapterAt(page, chapter);
    const expected = await pageOfSite(page, path);
    expect(shown, path).toEqual({ isBroken: false, ...expected });
    for (const number of expected.numbers) numbers.add(number);
  }
  expect(numbers.size).toBeGreaterThan(10);
  await page.close();
});

/** The lines of the outline of a PDF, each with its depth. */
function outlineOf({ catalog }: PDFDocument): readonly string[] {
  const linesBelow = (parent: PDFDict, depth: number): readonly string[] => {
    const lines: string[] = [];
    let item = parent.lookupMaybe(PDFName.of("First"), PDFDict);
    for (; item; item = item.lookupMaybe(PDFName.of("Next"), PDFDict)) {
      expect(item.has(PDFName.of("Dest"))).toBe(true);
      lines.push(
        `${depth} ${item.lookup(PDFName.of("Title"), PDFHexString).decodeText()}`,
        ...linesBelow(item, depth + 1),
      );
    }
    return lines;
  };
  return linesBelow(catalog.lookup(PDFName.of("Outlines"), PDFDict), 1);
}

/** The lines of the table of contents of the same book as EPUB. */
async function contentsOf(book: string): Promise<readonly string[]> {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(pathToFileURL(join(site.folder, "unpacked", `${book}.epub`, "book/nav.xhtml")).href);
  const lines = await page.evaluate(() =>
    [...document.querySelectorAll("nav a")].map((link) => {
      let depth = 0;
      for (let up = link.closest("ol"); up; up = up.parentElement?.closest("ol") ?? null) depth += 1;
      return `${depth} ${link.textContent}`;
    }),
  );
  await page.close();
  return lines;
}

/**
 * How large the text of each page is printed, its smallest part against the line at its head. Where anything is wider than the
 * page, Chromium prints the whole book smaller.
 */
function scalesOf(pdf: PDFDocument): readonly number[] {
  return pdf.getPages().map(({ node }) => {
    const contents = node.Contents();
    const streams =
      contents instanceof PDFArray ? contents.asArray().map((one) => pdf.context.lookup(one)) : [contents];
    const text = streams.map((one) => Buffer.from(decodePDFRawStream(one as PDFRawStream).decode()).toString("latin1"));
    const outer: number[] = [];
    const found: number[] = [];
    let scale = 1;
    for (const [, numbers = "", operator] of text.join("\n").matchAll(/((?:-?[\d.]+\s+)*)(cm|Tj|q|Q)\b/g)) {
      if (operator === "q") outer.push(scale);
      else if (operator === "Q") scale = outer.pop() ?? 1;
      else if (operator === "cm") scale *= Number.parseFloat(numbers);
      else found.push(scale);
    }
    return Math.min(...found) / (found[0] ?? 1);
  });
}

it("a book in PDF has pages, parts and headings for an outline, contents that know their pages, and no formula beyond the page", async () => {
  const long = Array.from({ length: 40 }, (_, index) => `a_{${index}}`).join("+");
  const wide = `\n\\begin{equation}${long}\\end{equation}\n`;
  appendFileSync(join(site.folder, "content/posts/2025/matrix-calculus-2.md"), wide);
  const { status, printed } = run(site, ["export", "pdf", "--series", "矩阵求导手册", "--paper", "tablet"]);
  expect(status, printed).toBe(0);
  const contents = await contentsOf("矩阵求导手册");
  expect(contents.length).toBeGreaterThan(10);
  const bytes = readFileSync(join(site.folder, "books/矩阵求导手册.pdf"));
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const { width, height } = pdf.getPage(3).getSize();
  expect([Math.round(width / (72 / 25.4)), Math.round(height / (72 / 25.4))]).toEqual([160, 220]);
  expect(pdf.getTitle()).toBe("矩阵求导手册");
  expect(outlineOf(pdf)).toEqual(contents);
  expect(pdf.catalog.has(PDFName.of("StructTreeRoot"))).toBe(true);
  // Behind the cover, which is a picture.
  expect(Math.min(...scalesOf(pdf).slice(1))).toBeGreaterThan(0.99);
  const places = await pagesOfPlaces(bytes);
  const chapters = ["c1", "c2", "c3"].map((name) => Number(places.get(name)));
  expect(chapters).toEqual(chapters.toSorted((a, b) => a - b));
  expect(chapters.every((page) => page > 3 && page <= pdf.getPageCount())).toBe(true);
}, 180_000);
