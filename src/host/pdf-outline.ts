import type { PDFDict, PDFDocument, PDFRef } from "@cantoo/pdf-lib";
import { itemAt } from "../text/known.ts";
import { pdfLib, placesIn } from "./pdf-pages.ts";

/** A line of the outline of a PDF: its text, the place that it leads to, and what stands below it. */
export interface OutlineEntry {
  readonly text: string;
  /** `#place` */
  readonly href: string;
  readonly below: readonly OutlineEntry[];
}

/**
 * Writes the outline of a document, the tree that programs show beside the pages (ISO 32000-1, 12.3.3), closed below
 * its first level. Chromium can make one of the headings itself, but it doubles the text of those that stand at the top
 * of a page. A place that no link leads to is not in the document; its line leads nowhere.
 */
export async function writeOutline(document: PDFDocument, entries: readonly OutlineEntry[]): Promise<void> {
  const { PDFHexString, PDFName } = await pdfLib();
  const { context, catalog } = document;
  const places = await placesIn(document);
  const writeLevel = (level: readonly OutlineEntry[], parent: PDFRef): PDFDict => {
    const refs = level.map(() => context.nextRef());
    for (const [index, { text, href, below }] of level.entries()) {
      const own = itemAt(refs, index);
      const item = writeLevel(below, own);
      if (below.length > 0) item.set(PDFName.of("Count"), context.obj(-below.length));
      item.set(PDFName.of("Title"), PDFHexString.fromText(text));
      const links = {
        Parent: parent,
        Prev: refs[index - 1],
        Next: refs[index + 1],
        Dest: places.get(decodeURIComponent(href.slice(1))),
      };
      for (const [name, value] of Object.entries(links)) if (value) item.set(PDFName.of(name), value);
      context.assign(own, item);
    }
    const [first, last] = [refs[0], refs.at(-1)];
    return context.obj({ ...(first && { First: first }), ...(last && { Last: last }) });
  };
  const root = context.nextRef();
  const outline = writeLevel(entries, root);
  outline.set(PDFName.of("Count"), context.obj(entries.length));
  context.assign(root, outline);
  catalog.set(PDFName.of("Outlines"), root);
  catalog.set(PDFName.of("PageMode"), PDFName.of("UseOutlines"));
}
