import { readXml, type TextSink, type XmlElement, type XmlProblem } from "../read-xml.ts";

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
  readonly problems: readonly XmlProblem[];
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

/** Reads an export of WordPress (WXR 1.0 to 1.2), within the bounds of `readXml`. */
export function readWxr(text: string): Wxr {
  const reading: Reading = { items: [], authors: new Map(), author: new Map(), baseUrl: "" };
  const problems = readXml(text, {
    open: (element) => open(reading, element),
    close: (name, ancestors) => close(reading, name, ancestors),
  });
  return { items: reading.items, baseUrl: reading.baseUrl.trim(), authors: reading.authors, problems };
}

interface OpenItem {
  line: number;
  fields: Map<string, string>;
  isProtected: boolean;
  terms: { taxonomy: string; name: string }[];
  comments: Map<string, string>[];
}

interface Reading {
  readonly items: OpenItem[];
  readonly authors: Map<string, string>;
  author: Map<string, string>;
  baseUrl: string;
}

function open(reading: Reading, { name, ancestors, attributes, line }: XmlElement): TextSink | undefined {
  const { items } = reading;
  const local = localName(name);
  if (name === "item") items.push({ line, fields: new Map(), isProtected: false, terms: [], comments: [] });
  const item = name === "item" || ancestors.includes("item") ? items.at(-1) : undefined;
  if (item) return itemSink(item, { local, parent: localName(ancestors.at(-1) ?? ""), attributes });
  if (local === "base_site_url") return (text) => void (reading.baseUrl += text);
  if (local === "author") reading.author = new Map();
  return authorFields.has(local) ? into(reading.author, local) : undefined;
}

interface Place {
  readonly local: string;
  readonly parent: string;
  readonly attributes: Readonly<Record<string, string>>;
}

function itemSink(item: OpenItem, { local, parent, attributes }: Place): TextSink | undefined {
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

function into(fields: Map<string, string>, key: string): TextSink {
  return (text) => void fields.set(key, (fields.get(key) ?? "") + text);
}

function close(reading: Reading, name: string, ancestors: readonly string[]): void {
  if (localName(name) !== "author" || ancestors.includes("item")) return;
  const [login, shown] = [...authorFields].map((key) => reading.author.get(key)?.trim());
  if (login !== undefined && shown !== undefined && shown !== "") reading.authors.set(login, shown);
}

/** `content:encoded` and `excerpt:encoded` are told apart by their prefix alone. */
function localName(name: string): string {
  const [prefix = "", local] = name.split(":");
  return local === "encoded" ? prefix : (local ?? prefix);
}
