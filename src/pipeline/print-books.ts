import type { BookInput } from "../books/make-book.ts";
import type { BookChoice, BookContent, BookPlan, BookWorld } from "../model/book.ts";
import type { OutPath, PostId } from "../model/brand.ts";
import type { Outcome } from "../model/diagnostic.ts";
import type { Batch, OutputFile } from "../model/page.ts";
import type { Pool, PostInput } from "../model/ports.ts";
import type { Site } from "../model/site.ts";
import type { ThemeNames } from "../model/theme.ts";
import { epub, modifiedOf } from "../books/epub.ts";
import { authorsOf } from "../books/front-pages.ts";
import { planBooks } from "../books/plan-books.ts";
import { printDocument, type PrintDocument } from "../books/print-document.ts";

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

interface Printing {
  readonly pool: Pool;
  readonly inputOf: (post: PostId) => PostInput;
}

/** Makes the books of a site, one after the other. */
export async function* printBooks(site: Site, order: BookOrder, printing: Printing): AsyncGenerator<Outcome<Batch>> {
  for (const plan of planBooks(site, order.choice(site), order.withComments)) {
    const { value: content, diagnostics } = await contentOf(plan, printing);
    const names = order.names(site.config.language);
    const made = await bookFiles(plan, content, { ...order, site, names });
    yield { value: { files: made.value }, diagnostics: [...diagnostics, ...made.diagnostics] };
  }
}

async function bookFiles(
  plan: BookPlan,
  content: BookContent,
  { site, names, world, folder, print }: Omit<BookOrder, "names"> & { readonly site: Site; readonly names: ThemeNames },
): Promise<Outcome<readonly OutputFile[]>> {
  const input: BookInput = { site, world, words: names.book, bibliography: names.bibliography };
  const fileOf = (extension: string, body: Uint8Array) => [
    { path: `${folder}${plan.name}.${extension}` as OutPath, body },
  ];
  if (!print) {
    const { value, diagnostics } = await epub(plan, content, input);
    return { value: fileOf("epub", value), diagnostics };
  }
  const { value: document, diagnostics } = await printDocument(plan, content, input);
  const facts = {
    title: plan.title,
    author: authorsOf({ content }).join("、"),
    language: site.config.language,
    modified: modifiedOf(content, site),
  };
  return { value: fileOf("pdf", await print(document, facts)), diagnostics };
}

/** The texts of a book; posts that the store has lost are made again. */
async function contentOf(plan: BookPlan, { pool, inputOf }: Printing): Promise<Outcome<BookContent>> {
  for (const lost = new Set<PostId>(); ;) {
    const outcome = await one(pool.map("book", [plan]));
    const { value: result, diagnostics } = outcome;
    if (result.kind === "made") return { value: result.content, diagnostics };
    if (lost.has(result.post)) throw new Error(`the store has lost the post “${result.post}” twice`);
    lost.add(result.post);
    await one(pool.map("post", [{ ...inputOf(result.post), isLost: true }]));
  }
}

async function one<T>(results: AsyncIterable<T>): Promise<T> {
  for await (const result of results) return result;
  throw new Error("a job gave no result");
}
