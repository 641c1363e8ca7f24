import type { Work, WorkKind } from "../../model/bibliography.ts";
import type { GbtEdition } from "../../model/citation.ts";
import { isEastAsian, namesOf } from "./names.ts";

/** A stretch of an entry: text, or text that leads somewhere. */
export interface EntryPiece {
  readonly text: string;
  readonly href?: string;
}

interface Signs {
  readonly comma: string;
  readonly colon: string;
  readonly open: string;
  readonly close: string;
}

/** The edition of 2025 sets its signs in full width, but for full stops and square brackets. */
const signsOf: Readonly<Record<GbtEdition, Signs>> = {
  "2025": { comma: "，", colon: "：", open: "（", close: "）" },
  "2015": { comma: ", ", colon: ": ", open: "(", close: ")" },
};

/** Letters for kinds of works; preprints have theirs since 2025. */
const letters: Readonly<Record<WorkKind, string>> = {
  article: "J",
  book: "M",
  chapter: "M",
  paper: "C",
  proceedings: "C",
  thesis: "D",
  report: "R",
  patent: "P",
  preprint: "PP",
  dataset: "DS",
  software: "CP",
  online: "EB",
  other: "Z",
};

/** Kinds that are on the net by nature: the day stands in brackets, with that of access behind it. */
const native: ReadonlySet<WorkKind> = new Set(["preprint", "dataset", "software", "online"]);

/**
 * A work as an entry of a list of references by GB/T 7714: `Kingma D P，Ba J. Adam: …[J]. …，2015，3（2）：1-15.`
 *
 * Address and DOI are links. The edition of 2025 wants the day of access only for what is on the net by nature, that of
 * 2015 for everything with an address.
 */
export function gbtEntry(work: Work, edition: GbtEdition): readonly EntryPiece[] {
  const signs = signsOf[edition];
  const sentences = [authorsOf(work, edition), headOf(work, edition), ...bodyOf(work, edition, signs)];
  const text = sentences.filter((sentence) => sentence !== "").map((sentence) => `${sentence.replace(/\.$/, "")}. `);
  const links = linksOf(work).flatMap((link, index) => (index === 0 ? link : [{ text: ". " }, ...link]));
  if (links.length === 0) return [{ text: text.join("").trimEnd() }];
  return [{ text: text.join("") }, ...links, { text: "." }].reduce(joinText, []);
}

function joinText(pieces: readonly EntryPiece[], piece: EntryPiece): readonly EntryPiece[] {
  const last = pieces.at(-1);
  if (!last || last.href !== undefined || piece.href !== undefined) return [...pieces, piece];
  return [...pieces.slice(0, -1), { text: last.text + piece.text }];
}

/** Editors stand for the authors of a book or a volume without any. */
function authorsOf(work: Work, edition: GbtEdition): string {
  const isWhole = work.kind === "book" || work.kind === "proceedings";
  const names = work.authors.length === 0 && isWhole ? work.editors : work.authors;
  return namesOf(names, work.hasMoreAuthors, edition);
}

/** `题名[J/OL]`, for a part of a book with the book behind it: `题名[C]//编者. 书名`. */
function headOf(work: Work, edition: GbtEdition): string {
  const { kind, title, number } = work;
  const { colon } = signsOf[edition];
  const isNumbered = (kind === "report" || kind === "patent") && number !== undefined;
  const letter = kind === "preprint" && edition === "2015" ? "EB" : letters[kind];
  const head = `${title}${isNumbered ? colon + number : ""}[${letter}${isOnline(work) ? "/OL" : ""}]`;
  if ((kind !== "paper" && kind !== "chapter") || work.container === undefined) return head;
  const editors = work.editors.length === 0 ? "" : `${namesOf(work.editors, false, edition)}. `;
  return `${head}//${editors}${work.container}`;
}

function isOnline({ kind, url, doi }: Work): boolean {
  return native.has(kind) || url !== undefined || doi !== undefined;
}

function bodyOf(work: Work, edition: GbtEdition, signs: Signs): readonly string[] {
  if (native.has(work.kind)) return [onlineDates(work, edition, signs)];
  const accessed = edition === "2015" && work.url !== undefined && work.accessed ? `[${work.accessed}]` : "";
  if (work.kind === "article") return [articlePlace(work, signs) + accessed];
  if (work.kind === "patent") return [(work.day ?? "") + accessed];
  return [translatorsOf(work, edition), editionOf(work), publication(work, signs) + accessed];
}

/** `arXiv（2017-06-12）[2024-01-02]` */
function onlineDates({ kind, container, publisher, day, accessed }: Work, edition: GbtEdition, signs: Signs): string {
  const { open, close } = signs;
  const holder = edition === "2025" && kind !== "online" ? (container ?? publisher ?? "") : "";
  return `${holder}${day === undefined ? "" : open + day + close}${accessed === undefined ? "" : `[${accessed}]`}`;
}

/** `刊名，2015，3（2）：1-15`; without a volume `刊名，2015（2）：1-15`. */
function articlePlace({ container, day, volume, issue, pages }: Work, { comma, colon, open, close }: Signs): string {
  const number = issue === undefined ? "" : `${open}${issue}${close}`;
  const parts = [container, yearOf(day), volume].filter((part) => part !== undefined);
  return `${parts.join(comma)}${number}${pages === undefined ? "" : colon + pages}`;
}

function translatorsOf({ translators, title }: Work, edition: GbtEdition): string {
  if (translators.length === 0) return "";
  return `${namesOf(translators, false, edition)}${signsOf[edition].comma}${isEastAsian(title) ? "译" : "trans"}`;
}

/** The first edition is not named. */
function editionOf({ edition, title }: Work): string {
  const number = /^\d+/.exec(edition ?? "")?.[0];
  if (number === undefined) return edition ?? "";
  if (number === "1") return "";
  return isEastAsian(title) ? `${number} 版` : `${number}${ordinal(Number(number))} ed`;
}

function ordinal(number: number): string {
  const isTeen = number % 100 > 10 && number % 100 < 14;
  return isTeen ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
}

/** `北京：科学出版社，2010：1-10` */
function publication({ place, publisher, day, pages }: Work, { comma, colon }: Signs): string {
  const house = [place, publisher].filter((part) => part !== undefined).join(colon);
  const parts = [house, yearOf(day)].filter((part) => part !== undefined && part !== "");
  return `${parts.join(comma)}${pages === undefined ? "" : colon + pages}`;
}

function yearOf(day: string | undefined): string | undefined {
  return day?.slice(0, 4);
}

/** The address, unless it is that of the DOI, and the DOI. */
function linksOf({ url, doi }: Work): readonly (readonly EntryPiece[])[] {
  const ofDoi = doi === undefined ? undefined : `https://doi.org/${doi}`;
  const isSame = url !== undefined && url.replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, "") === doi;
  return [
    ...(url === undefined || isSame ? [] : [[{ text: url, href: percentEncoded(url) }]]),
    ...(ofDoi === undefined ? [] : [[{ text: "DOI:" }, { text: String(doi), href: percentEncoded(ofDoi) }]]),
  ];
}

function percentEncoded(url: string): string {
  return url.replace(/[\s<>"]/g, encodeURIComponent);
}
