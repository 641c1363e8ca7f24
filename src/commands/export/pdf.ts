import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Theme } from "../../model/theme.ts";
import { katexCssHere } from "../../host/katex-files.ts";
import { writeOutline } from "../../host/pdf-outline.ts";
import { describePdf, pdfLib } from "../../host/pdf-pages.ts";
import { openPrinter, type Paper } from "../../host/print-pdf.ts";
import { useError } from "../../host/use-error.ts";
import type { BookOrder } from "../../pipeline/print-books.ts";
import type { Project } from "../project.ts";

const papers: Readonly<Record<string, Paper>> = {
  a4: { width: 210, height: 297, margin: 20 },
  tablet: { width: 160, height: 220, margin: 10 },
};

/**
 * The paper that an option names: `a4`, `tablet`, or a size such as `120x160`.
 * @throws a use error for anything else
 */
export function readPaper(text: string | undefined): Paper {
  const known = papers[text ?? "a4"];
  if (known) return known;
  const [, width, height] = /^(\d{2,3})x(\d{2,3})$/.exec(String(text)) ?? [];
  if (width === undefined || height === undefined)
    throw useError(`--paper takes a4, tablet or WIDTHxHEIGHT in millimetres, not “${text}”`);
  return { width: Number(width), height: Number(height), margin: Number(width) > 180 ? 20 : 10 };
}

/** Opens the printer of books with the styles of the theme. */
export async function openPdf(
  project: Project,
  paper: Paper,
): Promise<{ readonly print: NonNullable<BookOrder["print"]>; readonly close: () => Promise<void> }> {
  const { PDFDocument } = await pdfLib();
  const printer = await openPrinter();
  const { default: theme } = (await import(pathToFileURL(project.themeFile).href)) as { readonly default: Theme };
  const own = await Promise.all(
    theme.styles.bookPrint.map((name) => readFile(join(project.stylesFolder, name), "utf8")),
  );
  const before = await katexCssHere();
  const margins = `@page { margin-inline: ${paper.margin}mm }`;
  return {
    async print({ page, files, outline }, facts) {
      const styles = [before, files.get("book.css"), ...own, margins].join("\n");
      const pdf = await printer.print({ page, files: new Map([...files, ["book.css", styles]]) }, paper);
      const document = await PDFDocument.load(pdf, { updateMetadata: false });
      await writeOutline(document, outline);
      describePdf(document, facts);
      return document.save({ useObjectStreams: true });
    },
    close: () => printer.close(),
  };
}
