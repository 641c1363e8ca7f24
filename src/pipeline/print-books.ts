import type { BookInput } from "../books/make-book.ts";
import type { BookChoice, BookContent, BookPlan, BookWorld } from "../model/book.ts";
import type { OutPath, PostId } from "../model/brand.ts";
import type { Outcome } from "../model/diagnostic.ts";
import type { Batch, PrintedPage } from "../model/page.ts";
import type { BookResult, BookTextsOrder } from "../model/ports.ts";
import type { Site } from "../model/site.ts";
import type { ThemeNames } from "../model/theme.ts";
import { epub, modifiedOf } from "../books/epub.ts";
import { authorsOf } from "../books/front-pages.ts";
import { planBooks } from "../books/plan-books.ts";
import { printDocument, type PrintDocument } from "../books/print-document.ts";
import type { Printing } from "./print-pages.ts";

/** Books that are made of a site. */
export interface BookOrder {
  readonly choice: (site: Site) => BookChoice;
  readonly withComments: boolean;
  readonly world: BookWorld;
  readonly names: (language: Site["config"]["language"]) => ThemeNames;
  /** Folder of the output; empty, or ends with `/`. */
  readonly folder: string;
  /** Makes a PDF of a document; absent: books are EPUBs. */
  readonly print?: (document: PrintDocument, facts: PrintFacts) => Promise<Uint8Array>;
}

/** What a PDF says of itself. */
export interface PrintFacts {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly modified: Date;
}

/**
 * Makes the books of a site, one after the other; those that are known already are only named, with what was found
 * when they were made.
 */
export async function* printBooks(site: Site, order: BookOrder, printing: Printing): AsyncGenerator<Outcome<Batch>> {
  const names = order.names(site.config.language);
  for (const plan of planBooks(site, order.choice(site), order.withComments)) {
    const out = `${order.folder}${plan.name}.${order.print ? "pdf" : "epub"}` as OutPath;
    const before = printing.known.get(out);
    const { value: texts, diagnostics: lost } = await textsOf(
      { plan, world: order.world.version, known: before?.key },
      printing,
    );
    if (texts.kind === "known") {
      yield keptBook(before);
      continue;
    }
    const { value, diagnostics } = await bookBytes(plan, texts.content, { ...order, site, names });
    yield madeBook(out, texts.key, { value, diagnostics: [...lost, ...diagnostics] });
  }
}

function keptBook(before: PrintedPage | undefined): Outcome<Batch> {
  return {
    value: { files: [], ...(before && { page: { ...before, isKept: true } }) },
    diagnostics: before?.diagnostics ?? [],
  };
}

function madeBook(out: OutPath, key: string, { value: body, diagnostics }: Outcome<Uint8Array>): Outcome<Batch> {
  const page = { out, key, paths: [out], isKept: false, ...(diagnostics.length > 0 && { diagnostics }) };
  return { value: { files: [{ path: out, body }], page }, diagnostics };
}

async function bookBytes(
  plan: BookPlan,
  content: BookContent,
  { site, names, world, print }: Omit<BookOrder, "names"> & { readonly site: Site; readonly names: ThemeNames },
): Promise<Outcome<Uint8Array>> {
  const input: BookInput = { site, world, words: names.book, bibliography: names.bibliography };
  if (!print) return epub(plan, content, input);
  const { value: document, diagnostics } = await printDocument(plan, content, input);
  const facts = {
    title: plan.title,
    author: authorsOf({ content }).join("、"),
    language: site.config.language,
    modified: modifiedOf(content, site),
  };
  return { value: await print(document, facts), diagnostics };
}

/** The texts of a book, if it is not known; posts that the store has lost are made again. */
async function textsOf(
  order: BookTextsOrder,
  { pool, inputOf }: Printing,
): Promise<Outcome<Exclude<BookResult, { readonly kind: "lost" }>>> {
  for (const lost = new Set<PostId>(); ;) {
    const { value: result, diagnostics } = await one(pool.map("book", [order]));
    if (result.kind !== "lost") return { value: result, diagnostics };
    if (lost.has(result.post)) throw new Error(`the store has lost the post “${result.post}” twice`);
    lost.add(result.post);
    await one(pool.map("post", [{ ...inputOf(result.post), isLost: true }]));
  }
}

async function one<T>(results: AsyncIterable<T>): Promise<T> {
  for await (const result of results) return result;
  throw new Error("a job gave no result");
}
