import type { PDFRef } from "@cantoo/pdf-lib";
import { useError } from "./use-error.ts";

async function pdfLib() {
  try {
    return await import("@cantoo/pdf-lib");
  } catch {
    throw useError("PDF needs @cantoo/pdf-lib, which is not installed", "npm install --save-optional @cantoo/pdf-lib");
  }
}

/** On which page, from 1, each place of a PDF is that a link leads to. */
export async function pagesOfPlaces(pdf: Uint8Array): Promise<ReadonlyMap<string, number>> {
  const { PDFArray, PDFDict, PDFDocument, PDFName } = await pdfLib();
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const pages = new Map(document.getPages().map(({ ref }, index) => [ref.toString(), index + 1]));
  const places = document.catalog.lookupMaybe(PDFName.of("Dests"), PDFDict);
  const found = new Map<string, number>();
  for (const [name, value] of places?.entries() ?? []) {
    const place = value instanceof PDFArray ? value : document.context.lookupMaybe(value as PDFRef, PDFArray);
    const page = pages.get(String(place?.get(0)));
    if (page !== undefined) found.set(decodeURIComponent(name.decodeText()), page);
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
export async function describePdf(
  pdf: Uint8Array,
  { title, author, language, modified }: PdfFacts,
): Promise<Uint8Array> {
  const { PDFDocument } = await pdfLib();
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setAuthor(author);
  document.setLanguage(language);
  document.setCreator("suanjing");
  document.setCreationDate(modified);
  document.setModificationDate(modified);
  return document.save({ useObjectStreams: true });
}
