import type { ElementContent, Root } from "hast";
import type { BookChapter, BookChapterPlan, BookContent, BookPlan, BookWords, BookWorld } from "../model/book.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import type { Html } from "../model/brand.ts";
import type { Site } from "../model/site.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { decodeAddress } from "../text/decode-address.ts";
import { itemAt, known } from "../text/known.ts";
import { chapterBody, headingsIn, type Heading } from "./chapter.ts";
import { clean, uniqueIds } from "./clean.ts";
import { drawFormulas, mathmlFormulas, placeNumbers, settleMathml } from "./formulas.ts";
import { placeLinks, type BookAddresses, type ChapterPlace } from "./links.ts";
import { bookNotes } from "./notes.ts";
import { placePictures } from "./pictures.ts";
import { elementsIn, treeOf } from "./tree.ts";

/** A form of books: how its formulas are set, and how its places are addressed. */
export interface BookForm {
  /** `mathml`: formulas are MathML, or drawings where there is a drawer; `katex`: they stay as pages have them. */
  readonly formulas: "mathml" | "katex";
  readonly addresses: BookAddresses;
  /** Identifier of a place in a chapter. */
  readonly id: (index: number, id: string) => string;
}

/** A book before it is a file: everything in its place. */
export interface Book {
  readonly plan: BookPlan;
  readonly content: BookContent;
  readonly chapters: readonly MadeChapter[];
  /** What the series is about. */
  readonly intro: readonly ElementContent[];
  /** Pictures and drawings by their path in the book. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
}

export interface MadeChapter {
  /** From 1. */
  readonly index: number;
  readonly label?: string;
  readonly title: string;
  readonly headings: readonly Heading[];
  readonly body: readonly ElementContent[];
}

export interface BookInput {
  readonly site: Site;
  readonly words: BookWords;
  /** Title of the lists of references. */
  readonly bibliography: string;
  readonly world: BookWorld;
}

interface Draft {
  readonly plan: BookChapterPlan;
  readonly chapter: BookChapter;
  readonly place: ChapterPlace;
  readonly root: Root;
  readonly headings: readonly Heading[];
}

/**
 * Puts the texts of a book into the form of a book, chapter by chapter; links are placed when all chapters are known.
 * Reports book/picture.
 */
export async function makeBook(
  plan: BookPlan,
  content: BookContent,
  form: BookForm,
  input: BookInput,
): Promise<Outcome<Book>> {
  const { site, world } = input;
  const files = new Map<string, string | Uint8Array>();
  const diagnostics: Diagnostic[] = [];
  const making = { form, input, files, diagnostics };
  const plans = plan.sections.flatMap(({ chapters }) => chapters);
  const drafts: Draft[] = [];
  for (const [at, chapter] of content.chapters.entries()) {
    drafts.push(await draftOf(chapter, itemAt(plans, at), at + 1, making));
    world.onProgress?.({ book: plan.title, parts: at + 1, of: plans.length });
  }
  const places = {
    chapters: new Map(drafts.map(({ chapter, place }) => [decodeAddress(chapter.href), place])),
    origin: site.config.baseUrl,
  };
  const intro = content.intro === undefined ? undefined : await introOf(content.intro, making);
  if (intro) placeLinks(intro, { index: 0, ids: new Set() }, places, form.addresses);
  for (const { root, place } of drafts) placeLinks(root, place, places, form.addresses);
  return {
    value: {
      plan,
      content,
      chapters: drafts.map((draft) => finished(draft, form)),
      intro: (intro?.children ?? []) as ElementContent[],
      files,
    },
    diagnostics,
  };
}

interface Making {
  readonly form: BookForm;
  readonly input: BookInput;
  readonly files: Map<string, string | Uint8Array>;
  readonly diagnostics: Diagnostic[];
}

async function draftOf(chapter: BookChapter, plan: BookChapterPlan, index: number, making: Making): Promise<Draft> {
  const { form, input, diagnostics } = making;
  const { words, bibliography, site } = input;
  const root = chapterBody({
    chapter,
    ...(plan.label !== undefined && { label: plan.label }),
    words,
    bibliography,
    origin: site.config.baseUrl,
    prepare: form.formulas === "mathml" ? mathmlFormulas : (html: Html) => html,
  });
  const { path } = known(site.byId, chapter.post);
  await shape(root, making, (address) => {
    const message = `the picture ${address} is not in the book`;
    diagnostics.push(diagnostic("book/picture", path, message, { hint: "put it into public/ or beside the post" }));
  });
  const headings = headingsIn(root);
  const notes = bookNotes(root, words);
  root.children.push(...notes);
  const place = { index, ids: uniqueIds(root) };
  return { plan, chapter, place, root, headings };
}

async function introOf(html: Html, making: Making): Promise<Root> {
  const prepared = making.form.formulas === "mathml" ? mathmlFormulas(html) : html;
  const root = treeOf(prepared);
  await shape(root, making, () => undefined);
  for (const { properties } of elementsIn(root)) delete properties["id"];
  return root;
}

/** What is done to every text: formulas, pictures, and nothing left that is for pages only. */
async function shape(root: Root, { form, input, files }: Making, onMissing: (address: string) => void): Promise<void> {
  const { world, words, site } = input;
  if (form.formulas === "mathml") {
    settleMathml(root);
    placeNumbers(root);
  }
  const { drawer } = world;
  const pictures = new Map<string, Uint8Array>();
  await placePictures(root, { base: site.config.base, world, words, pictures, onMissing });
  for (const [path, bytes] of pictures) files.set(path, bytes);
  clean(root);
  if (!drawer || form.formulas === "katex") return;
  await drawFormulas(root, drawer, ({ svg }) => {
    const path = `math/${world.hash(svg).slice(0, 16)}.svg`;
    files.set(path, svg);
    return path;
  });
}

function finished({ plan, chapter, place, root, headings }: Draft, form: BookForm): MadeChapter {
  for (const { properties } of elementsIn(root)) {
    const { id } = properties;
    if (id !== undefined && id !== null) properties["id"] = form.id(place.index, String(id));
  }
  return {
    index: place.index,
    ...(plan.label !== undefined && { label: plan.label }),
    title: chapter.titleText,
    headings,
    body: root.children as ElementContent[],
  };
}
