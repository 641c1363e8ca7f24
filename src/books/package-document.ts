import { xml } from "../text/xml.ts";
import type { Xml } from "../model/brand.ts";
import { pictureTypeOf } from "../text/picture-type.ts";

export interface PackageFacts {
  /** `urn:uuid:…` */
  readonly identifier: string;
  readonly title: string;
  readonly language: string;
  readonly authors: readonly string[];
  readonly publisher: string;
  readonly rights: string;
  /** Address of the page that shows the same; absent if it is not known. */
  readonly source?: string;
  /** Day of the newest chapter. */
  readonly date?: string;
  /** Instant in UTC of the last change, `2024-03-29T01:30:00Z`. */
  readonly modified: string;
  /** How formulas are in the book. */
  readonly formulas: "mathml" | "svg";
}

/** A file of a book, in the order of reading if it is a page. */
export interface PackageItem {
  readonly path: string;
  readonly properties?: string;
  readonly isPage: boolean;
}

/** The package document: what the book is, every file in it, and in which order it is read. */
export function packageDocument(facts: PackageFacts, items: readonly PackageItem[]): Xml {
  const pages = items.filter(({ isPage }) => isPage);
  return xml`<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book-id" xml:lang="${facts.language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="book-id">${facts.identifier}</dc:identifier>
<dc:title>${facts.title}</dc:title>
<dc:language>${facts.language}</dc:language>
${facts.authors.map((author) => xml`<dc:creator>${author}</dc:creator>\n`)}<dc:publisher>${facts.publisher}</dc:publisher>
<dc:rights>${facts.rights}</dc:rights>
${facts.source === undefined ? [] : xml`<dc:source>${facts.source}</dc:source>\n`}${facts.date === undefined ? [] : xml`<dc:date>${facts.date}</dc:date>\n`}<meta property="dcterms:modified">${facts.modified}</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessMode">visual</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityFeature">alternativeText</meta>
${facts.formulas === "mathml" ? xml`<meta property="schema:accessibilityFeature">MathML</meta>\n` : []}<meta property="schema:accessibilityHazard">none</meta>
</metadata>
<manifest>
${items.map(manifestItem)}</manifest>
<spine>
${pages.map(({ path }) => xml`<itemref idref="${idOf(path)}"/>\n`)}</spine>
</package>
`.xml;
}

function manifestItem({ path, properties }: PackageItem) {
  const named = properties === undefined ? [] : xml` properties="${properties}"`;
  return xml`<item id="${idOf(path)}" href="${path}" media-type="${typeOf(path)}"${named}/>\n`;
}

function typeOf(path: string): string {
  if (path.endsWith(".xhtml")) return "application/xhtml+xml";
  return pictureTypeOf(path) ?? "text/css";
}

/** `pictures/ab12.png` → `pictures-ab12-png` */
function idOf(path: string): string {
  return path.replace(/[/.]/g, "-");
}

/** Where the package document is. */
export const container = xml`<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`.xml;
