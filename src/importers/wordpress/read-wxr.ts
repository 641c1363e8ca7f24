import { SaxesParser } from "saxes";

/** The fields of an export that are read; everything else, e-mail, IP and passwords among it, is never kept. */
export interface WxrItem {
  readonly line: number;
  /** By local name; `encoded` is `content` or `excerpt` by its prefix. */
  readonly fields: ReadonlyMap<string, string>;
  /** There is a password; what it is was not looked at. */
  readonly isProtected: boolean;
  readonly terms: readonly { readonly taxonomy: string; readonly name: string }[];
  readonly comments: readonly ReadonlyMap<string, string>[];
}

export interface Wxr {
  readonly items: readonly WxrItem[];
  readonly baseUrl: string;
  /** Login of an author → name that is shown. */
  readonly authors: ReadonlyMap<string, string>;
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

const itemFields: ReadonlySet<string> = new Set(
  "title link creator content excerpt post_id post_date post_date_gmt post_name status post_type attachment_url post_modified_gmt".split(
    " ",
  ),
);
const commentFields: ReadonlySet<string> = new Set(
  "comment_id comment_author comment_author_url comment_date_gmt comment_content comment_approved comment_type comment_parent".split(
    " ",
  ),
);
const authorFields: ReadonlySet<string> = new Set(["author_login", "author_display_name"]);

const maxDepth = 100;
/** Longest text of one element, in UTF-16 units. */
const maxText = 16_000_000;
const maxProblems = 20;

/** What XML cannot hold, which exports hold all the same. */
const forbidden =
  /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]|&#(?:x0*(?:[0-8bcBC]|[eE]|[fF]|1[0-9a-fA-F])|0*(?:[0-8]|1[1245-9]|2\d|3[01]));/gu;

/**
 * Reads an export of WordPress (WXR 1.0 to 1.2). No document type is accepted, so that there are no entities but XML's
 * own five; depth and length are bounded; characters that XML forbids become spaces and are reported.
 */
export function readWxr(text: string): Wxr {
  const nothing = { items: [], baseUrl: "", authors: new Map<string, string>() };
  const doctype = /<!(?:DOCTYPE|ENTITY)/i.exec(text);
  if (doctype)
    return {
      ...nothing,
      problems: [{ line: lineOf(text, doctype.index), message: "a document type is not read; nothing was imported" }],
    };
  const problems: { line: number; message: string }[] = [];
  const clean = text.replace(forbidden, (found: string, at: number) => {
    if (problems.length < maxProblems)
      problems.push({ line: lineOf(text, at), message: "a control character; a space stands for it" });
    return " ".padEnd(found.length);
  });
  return { ...parse(clean, problems), problems };
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

interface OpenItem {
  line: number;
  fields: Map<string, string>;
  isProtected: boolean;
  terms: { taxonomy: string; name: string }[];
  comments: Map<string, string>[];
}

interface Reading {
  readonly stack: string[];
  readonly items: OpenItem[];
  readonly authors: Map<string, string>;
  author: Map<string, string>;
  baseUrl: string;
  /** Where the text of the present element goes; `undefined` for everything that is not asked for. */
  sink: ((text: string) => void) | undefined;
  length: number;
}

class TooMuch extends Error {}

function parse(text: string, problems: { line: number; message: string }[]): Omit<Wxr, "problems"> {
  const reading: Reading = {
    stack: [],
    items: [],
    authors: new Map(),
    author: new Map(),
    baseUrl: "",
    sink: undefined,
    length: 0,
  };
  const parser = new SaxesParser();
  const write = (part: string) => {
    reading.length += part.length;
    if (reading.length > maxText) throw new TooMuch("a text is longer than 16 MB");
    reading.sink?.(part);
  };
  parser.on("error", (error) => {
    if (problems.length < maxProblems)
      problems.push({ line: parser.line, message: `is not XML: ${error.message.replace(/^\d+:\d+: /, "")}` });
  });
  parser.on("opentag", ({ name, attributes }) =>
    open(reading, { name, attributes: attributes as Readonly<Record<string, string>>, line: parser.line }),
  );
  parser.on("text", write);
  parser.on("cdata", write);
  parser.on("closetag", ({ name }) => close(reading, name));
  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    problems.push({ line: parser.line, message: `${error.message}; what follows was not read` });
  }
  return { items: reading.items, baseUrl: reading.baseUrl.trim(), authors: reading.authors };
}

interface Opened {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
}

function open(reading: Reading, { name, attributes, line }: Opened): void {
  const { stack, items } = reading;
  const parent = stack.at(-1);
  stack.push(name);
  if (stack.length > maxDepth) throw new TooMuch("elements are nested deeper than 100");
  reading.sink = undefined;
  reading.length = 0;
  const local = localName(name);
  if (name === "item") items.push({ line, fields: new Map(), isProtected: false, terms: [], comments: [] });
  const item = stack.includes("item") ? items.at(-1) : undefined;
  if (item) reading.sink = itemSink(item, { local, parent: localName(parent ?? ""), attributes });
  else if (local === "base_site_url") reading.sink = (text) => void (reading.baseUrl += text);
  else if (local === "author") reading.author = new Map();
  else if (authorFields.has(local)) reading.sink = into(reading.author, local);
}

interface Place {
  readonly local: string;
  readonly parent: string;
  readonly attributes: Readonly<Record<string, string>>;
}

function itemSink(item: OpenItem, { local, parent, attributes }: Place): Reading["sink"] {
  if (local === "comment") item.comments.push(new Map());
  if (parent === "comment") {
    const comment = item.comments.at(-1);
    return comment && commentFields.has(local) ? into(comment, local) : undefined;
  }
  if (parent !== "item") return undefined;
  if (local === "post_password") return (text) => void (item.isProtected ||= text.trim() !== "");
  if (local === "category") {
    const term = { taxonomy: attributes["domain"] ?? "category", name: "" };
    item.terms.push(term);
    return (text) => void (term.name += text);
  }
  return itemFields.has(local) ? into(item.fields, local) : undefined;
}

function into(fields: Map<string, string>, key: string): (text: string) => void {
  return (text) => void fields.set(key, (fields.get(key) ?? "") + text);
}

function close(reading: Reading, name: string): void {
  reading.stack.pop();
  reading.sink = undefined;
  if (localName(name) !== "author" || reading.stack.includes("item")) return;
  const [login, shown] = [...authorFields].map((key) => reading.author.get(key)?.trim());
  if (login !== undefined && shown !== undefined && shown !== "") reading.authors.set(login, shown);
}

/** `content:encoded` and `excerpt:encoded` are told apart by their prefix alone. */
function localName(name: string): string {
  const [prefix = "", local] = name.split(":");
  return local === "encoded" ? prefix : (local ?? prefix);
}
