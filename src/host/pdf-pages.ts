import type { PDFArray, PDFDocument, PDFRef } from "@cantoo/pdf-lib";
import { useError } from "./use-error.ts";

/**
 * What reads and writes PDF.
 * @throws a use error with the command that installs it
 */
export async function pdfLib() {
  try {
    return await import("@cantoo/pdf-lib");
  } catch {
    throw useError("PDF needs @cantoo/pdf-lib, which is not installed", "npm install --save-optional @cantoo/pdf-lib");
  }
}

/** The places of a document that a link leads to, by the identifiers that they had: page and point. */
export async function placesIn({ catalog, context }: PDFDocument): Promise<ReadonlyMap<string, PDFArray>> {
  const { PDFArray, PDFDict, PDFName } = await pdfLib();
  const places = new Map<string, PDFArray>();
  for (const [name, value] of catalog.lookupMaybe(PDFName.of("Dests"), PDFDict)?.entries() ?? []) {
    const place = value instanceof PDFArray ? value : context.lookupMaybe(value as PDFRef, PDFArray);
    if (place) places.set(decodeURIComponent(name.decodeText()), place);
  }
  return places;
}

/** On which page, from 1, each place of a PDF is that a link leads to. */
export async function pagesOfPlaces(pdf: Uint8Array): Promise<ReadonlyMap<string, number>> {
  const { PDFDocument } = await pdfLib();
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const pages = new Map(document.getPages().map(({ ref }, index) => [ref.toString(), index + 1]));
  const found = new Map<string, number>();
  for (const [name, place] of await placesIn(document)) {
    const page = pages.get(String(place.get(0)));
    if (page !== undefined) found.set(name, page);
  }
  return found;
}

export interface PdfFacts {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  /** Instant of the last change. */
  readonly modified: Date;
}

/** Writes into a PDF what it is and when its text was changed, in place of who printed it and when. */
export function describePdf(document: PDFDocument, { title, author, language, modified }: PdfFacts): void {
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setAuthor(author);
  document.setLanguage(language);
  document.setCreator("suanjing");
  document.setCreationDate(modified);
  document.setModificationDate(modified);
}
