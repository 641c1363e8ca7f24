import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { unzipSync } from "fflate";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { pagesOfPlaces } from "../../src/host/pdf-pages.ts";
import { copySample, run, type SampleSite } from "../support/command.ts";
import { connect, visit } from "./visit.ts";

let browser: Browser;
let site: SampleSite;
let folder: string;
beforeAll(async () => {
  browser = await connect();
  site = copySample(inject("kept"));
  folder = mkdtempSync(join(tmpdir(), "suanjing-book-"));
  const made = run(site, ["export", "epub", "--series", "矩阵求导手册"]);
  expect(made.status, made.printed).toBe(0);
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(join(site.folder, "books/矩阵求导手册.epub"))))) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
});
afterAll(async () => {
  await browser.close();
  site.remove();
  rmSync(folder, { recursive: true, force: true });
});

interface Shown {
  readonly isBroken: boolean;
  readonly formulas: number;
  /** Of equations, in their order, without parentheses. */
  readonly numbers: readonly string[];
}

async function chapter(index: number): Promise<Shown> {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(folder, `book/c${index}.xhtml`)).href);
  const shown = await page.evaluate(() => ({
    isBroken: document.querySelector("parsererror") !== null,
    formulas: [...document.querySelectorAll("math")].filter((one) => !one.closest(".chapter-head, .digest")).length,
    numbers: [...document.querySelectorAll(".eq > .no, .rows mtr > mtd:last-child")].flatMap((one) =>
      one.textContent === "" ? [] : [one.textContent.slice(1, -1)],
    ),
  }));
  await page.close();
  return shown;
}

async function pageOfSite(id: string): Promise<Omit<Shown, "isBroken">> {
  const { page, close } = await visit(browser, `/archives/${id}/`);
  const shown = await page.evaluate(() => ({
    formulas: document.querySelectorAll(".prose math").length,
    numbers: [...document.querySelectorAll<HTMLElement>(".prose [data-numbers]")].flatMap((one) =>
      (JSON.parse(String(one.dataset["numbers"])) as (string | null)[]).filter((number) => number !== null),
    ),
  }));
  await close();
  return shown;
}

describe("chapters of a book in a browser", () => {
  it.each([
    [1, "matrix-calculus-1"],
    [2, "matrix-calculus-2"],
    [3, "matrix-calculus-4"],
  ])("chapter %i has the formulas and the numbers of its page", async (index, id) => {
    const site = await pageOfSite(id);
    expect(site.numbers.length).toBeGreaterThan(0);
    expect(await chapter(index)).toEqual({ isBroken: false, ...site });
  });
});

it("a book in PDF has pages, an outline of its headings, and contents that know their pages", async () => {
  const { status, printed } = run(site, ["export", "pdf", "--series", "矩阵求导手册", "--paper", "tablet"]);
  expect(status, printed).toBe(0);
  const bytes = readFileSync(join(site.folder, "books/矩阵求导手册.pdf"));
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const { width, height } = pdf.getPage(3).getSize();
  expect([Math.round(width / (72 / 25.4)), Math.round(height / (72 / 25.4))]).toEqual([160, 220]);
  expect(pdf.getTitle()).toBe("矩阵求导手册");
  expect(pdf.catalog.lookup(PDFName.of("Outlines"), PDFDict).has(PDFName.of("First"))).toBe(true);
  expect(pdf.catalog.has(PDFName.of("StructTreeRoot"))).toBe(true);
  const places = await pagesOfPlaces(bytes);
  const chapters = ["c1", "c2", "c3"].map((name) => Number(places.get(name)));
  expect(chapters).toEqual(chapters.toSorted((a, b) => a - b));
  expect(chapters.every((page) => page > 3 && page <= pdf.getPageCount())).toBe(true);
});
