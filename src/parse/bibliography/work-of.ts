import * as z from "zod";
import type { Work, WorkKind, WorkName } from "../../model/bibliography.ts";
import { texToText } from "../../text/tex-text.ts";

/** Applies one parser of citation-js. */
export interface BibtexParser {
  data(input: unknown, type: string): unknown;
}

const text = z.union([z.string(), z.number()]).transform(String);
const name = z.looseObject({
  family: z.string().default(""),
  given: z.string().optional(),
  suffix: z.string().optional(),
  "non-dropping-particle": z.string().optional(),
});
const day = z.looseObject({ "date-parts": z.array(z.array(z.number())).default([]) });

/** An entry as it stands in the file, TeX and all. */
const rawEntry = z.object({ type: z.string(), label: text, properties: z.record(z.string(), text) });

/** The fields of CSL-JSON that a list of references prints. */
const cslItem = z.looseObject({
  type: z.string(),
  title: z.string().default(""),
  author: z.array(name).default([]),
  editor: z.array(name).default([]),
  translator: z.array(name).default([]),
  issued: day.optional(),
  accessed: day.optional(),
  "container-title": text.optional(),
  publisher: text.optional(),
  "publisher-place": text.optional(),
  edition: text.optional(),
  volume: text.optional(),
  issue: text.optional(),
  page: text.optional(),
  number: text.optional(),
  DOI: text.optional(),
  URL: text.optional(),
});

type CslItem = z.output<typeof cslItem>;
type RawEntry = z.output<typeof rawEntry>;

/**
 * Reads one entry of BibTeX, with the `@string`s before it. Throws what the parser throws if it is none.
 *
 * CSL-JSON has the values with their TeX read; kinds of entries that GB/T 7714 tells apart, and numbers of preprints, it
 * does not keep, so they come from the entry.
 */
export function workOf(parser: BibtexParser, source: string): Work {
  const [raw] = z.tuple([rawEntry]).parse(parser.data(source, "@bibtex/text"));
  const [item] = z.tuple([cslItem]).parse(parser.data([withMathAsText(raw)], "@biblatex/entries+list"));
  return joined(raw, item);
}

/** citation-js knows few signs of mathematics; formulas in titles become text as they do everywhere else. */
function withMathAsText({ properties, ...entry }: RawEntry): RawEntry {
  const { title } = properties;
  if (title === undefined) return { ...entry, properties };
  const escaped = (tex: string) => texToText(tex).replace(/[&%#_{}$\\]/g, "\\$&");
  return {
    ...entry,
    properties: { ...properties, title: title.replace(/\$([^$]*)\$/g, (_, tex: string) => escaped(tex)) },
  };
}

function joined(raw: RawEntry, item: CslItem): Work {
  const arxiv = arxivOf(raw);
  const kind = arxiv !== undefined && isUnpublished(raw) ? "preprint" : kindOf(raw, item);
  const authors = item.author.map(nameOf);
  const hasMoreAuthors = authors.at(-1)?.family === "others";
  const url = urlOf(item, raw) ?? (item.DOI === undefined && arxiv !== undefined ? arxivUrl(arxiv) : undefined);
  return {
    key: raw.label,
    kind,
    title: plain(item.title),
    authors: hasMoreAuthors ? authors.slice(0, -1) : authors,
    hasMoreAuthors,
    editors: item.editor.map(nameOf),
    translators: item.translator.map(nameOf),
    ...present({
      container: kind === "preprint" ? "arXiv" : item["container-title"],
      publisher: item.publisher,
      place: item["publisher-place"],
      edition: item.edition,
      volume: item.volume,
      issue: item.issue,
      pages: item.page,
      number: item.number,
      day: dayOf(item.issued),
      accessed: dayOf(item.accessed),
      doi: item.DOI,
      url,
    }),
  };
}

const kinds: Readonly<Record<string, WorkKind>> = {
  article: "article",
  book: "book",
  booklet: "book",
  collection: "book",
  manual: "book",
  mvbook: "book",
  bookinbook: "chapter",
  inbook: "chapter",
  incollection: "chapter",
  conference: "paper",
  inproceedings: "paper",
  proceedings: "proceedings",
  mastersthesis: "thesis",
  phdthesis: "thesis",
  thesis: "thesis",
  report: "report",
  techreport: "report",
  patent: "patent",
  dataset: "dataset",
  software: "software",
  electronic: "online",
  online: "online",
  www: "online",
};

/** A `@misc` with an address is something on the net. */
function kindOf({ type }: RawEntry, { URL: url }: CslItem): WorkKind {
  return kinds[type.toLowerCase()] ?? (url === undefined ? "other" : "online");
}

function valueOf({ properties }: RawEntry, field: string): string {
  return properties[field] ?? "";
}

/** The number of a preprint at arXiv, from its own fields, or from where people write it for want of them. */
function arxivOf(raw: RawEntry): string | undefined {
  const archive = valueOf(raw, "archiveprefix") || valueOf(raw, "eprinttype");
  if (/^arxiv$/i.test(archive)) return valueOf(raw, "eprint") || undefined;
  const places = ["journal", "journaltitle", "volume", "howpublished", "note"].map((field) => valueOf(raw, field));
  return /\b(?:arxiv:|abs\/)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})/i.exec(places.join(" "))?.[1];
}

/** Only at arXiv: what has appeared in a journal or at a conference is cited from there. */
function isUnpublished(raw: RawEntry): boolean {
  const journal = valueOf(raw, "journal") || valueOf(raw, "journaltitle");
  return valueOf(raw, "booktitle") === "" && (journal === "" || /^(?:arxiv|corr)\b/i.test(journal));
}

function arxivUrl(number: string): string {
  return `https://arxiv.org/abs/${number}`;
}

/** The address; other protocols are no links. */
function urlOf({ URL: url }: CslItem, raw: RawEntry): string | undefined {
  // Here, unlike in `url`, the library would read `~` as a space.
  const written = /https?:\/\/[^\s{}]+/.exec(valueOf(raw, "howpublished"))?.[0] ?? url;
  return written !== undefined && /^https?:\/\//i.test(written) ? written : undefined;
}

/** citation-js takes a given name that begins with an accent for a particle; a particle begins with a small letter. */
function nameOf({ family, given, suffix, "non-dropping-particle": particle }: z.output<typeof name>): WorkName {
  const isGiven = particle !== undefined && /^\p{Lu}/u.test(particle);
  const full = [isGiven ? particle : undefined, given].filter((part) => part !== undefined).join(" ");
  return {
    family: plain(particle === undefined || isGiven ? family : `${particle} ${family}`),
    ...(full !== "" && { given: plain(full) }),
    ...(suffix !== undefined && { suffix }),
  };
}

/** Text of CSL's titles, which may be in italics, raised or kept from a change of case. */
function plain(title: string): string {
  return title
    .replace(/<\/?(?:i|b|sub|sup|span)(?: [^<>]*)?>/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function dayOf(date: z.output<typeof day> | undefined): string | undefined {
  return date?.["date-parts"][0]?.map((part) => String(part).padStart(2, "0")).join("-");
}

/** Without what is absent or empty. */
function present<T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== "")) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}
