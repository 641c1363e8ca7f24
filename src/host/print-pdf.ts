import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { findChromium } from "./find-chromium.ts";
import { pagesOfPlaces } from "./pdf-pages.ts";

export interface Paper {
  /** Of the sheet, in millimetres. */
  readonly width: number;
  readonly height: number;
  /** At the left and right of the text. */
  readonly margin: number;
}

export interface Printable {
  /** XHTML. */
  readonly page: string;
  readonly files: ReadonlyMap<string, string | Uint8Array>;
}

export interface PdfPrinter {
  /** Prints a document; the list of contents gets the numbers of pages. */
  print(document: Printable, paper: Paper): Promise<Uint8Array>;
  close(): Promise<void>;
}

const flags = [
  "--disable-gpu",
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** Opens Chromium for printing; it sees nothing but the document, and no network. */
export async function openPrinter(): Promise<PdfPrinter> {
  const { chromium, path } = await findChromium();
  const browser = await chromium.launch({ executablePath: path, args: flags });
  return {
    async print({ page: text, files }, paper) {
      const folder = await mkdtemp(join(tmpdir(), "suanjing-print-"));
      const context = await browser.newContext({ offline: true, javaScriptEnabled: true, viewport: textArea(paper) });
      try {
        for (const [name, body] of [...files, ["book.xhtml", text] as const]) {
          await mkdir(dirname(join(folder, name)), { recursive: true });
          await writeFile(join(folder, name), body);
        }
        const page = await context.newPage();
        await page.emulateMedia({ media: "print", colorScheme: "light" });
        await page.goto(pathToFileURL(join(folder, "book.xhtml")).href, { timeout: 0 });
        return await printPage(page, paper);
      } finally {
        await context.close();
        await rm(folder, { recursive: true, force: true });
      }
    },
    close: () => browser.close(),
  };
}

/** Above and below the text, in millimetres, as book-print.css has them. */
const verticalMargins = 38;
const pixelsPerMillimetre = 96 / 25.4;

function textArea({ width, height, margin }: Paper) {
  return {
    width: Math.floor((width - 2 * margin) * pixelsPerMillimetre),
    height: Math.round(height * pixelsPerMillimetre),
  };
}

/** Printed twice: the first time tells on which pages the places of the contents are. */
async function printPage(page: Page, { width, height }: Paper): Promise<Uint8Array> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.evaluate(fitFormulas, (height - verticalMargins) * pixelsPerMillimetre);
  const options = {
    width: `${width}mm`,
    height: `${height}mm`,
    preferCSSPageSize: false,
    printBackground: true,
  };
  const pages = await pagesOfPlaces(await page.pdf({ ...options, tagged: false }));
  await page.evaluate(writeNumbers, Object.fromEntries(pages));
  return page.pdf({ ...options, tagged: true });
}

/** Sets displays and tables smaller that are wider than the text, or higher than a page. Runs in the page. */
function fitFormulas(pageHeight: number): void {
  for (const box of document.querySelectorAll<HTMLElement>(".eq, table, pre")) {
    const room = box.parentElement?.clientWidth ?? 0;
    const inner = box.querySelector<HTMLElement>(".katex-display > .katex") ?? box;
    const bases = [...box.querySelectorAll(".katex-html > .katex-base, .katex-tag")];
    const wide =
      bases.length > 0 ? bases.reduce((sum, one) => sum + one.getBoundingClientRect().width, 0) + 8 : box.scrollWidth;
    const isHigh = bases.length > 0 && box.clientHeight > pageHeight;
    const fit = Math.min(room / wide, isHigh ? pageHeight / box.clientHeight : 1);
    if (room > 0 && fit < 1) {
      const size = Number.parseFloat(getComputedStyle(inner).fontSize);
      inner.style.fontSize = `${size * fit * 0.98}px`;
    }
  }
}

/** Writes the numbers of pages into the contents. Runs in the page. */
function writeNumbers(pages: Readonly<Record<string, number>>): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".contents a")) {
    const number = pages[decodeURIComponent(link.hash.slice(1))];
    const place = link.querySelector(".page");
    if (place && number !== undefined) place.textContent = String(number);
  }
}
