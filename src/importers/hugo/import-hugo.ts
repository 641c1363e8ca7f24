import type { Importer, ImportInput, ImportOptions } from "../../model/imported.ts";
import { decode } from "../decode.ts";
import { dateOf, textOf, textsOf, type Fields } from "../markdown/fields.ts";
import { readDataFile, type DataForm } from "../markdown/data-forms.ts";
import { doubledBrackets, singleBrackets, unwrapCode } from "../markdown/math-dialects.ts";
import { dateTokens, fillPattern, knownZone } from "../markdown/permalinks.ts";
import { readTree, type TreeDialect, type TreeHead, type TreePlace } from "../markdown/read-tree.ts";
import { replaceTags, shortcodeForms } from "../markdown/template-tags.ts";
import { categoryNotes, themeKeys, treeHead } from "../markdown/tree-head.ts";
import { shortcodes } from "./shortcodes.ts";

const keys = {
  title: ["title"],
  date: ["date", "publishDate"],
  updated: ["lastmod", "modified"],
  summary: ["summary", "description"],
};
const known: ReadonlySet<string> = new Set([
  ...themeKeys,
  ...Object.values(keys).flat(),
  "categories",
  "tags",
  "series",
  "series_order",
  "url",
  "slug",
  "aliases",
  "draft",
]);
const configFile = /^(?:config\/_default\/)?(?:hugo|config)\.(toml|ya?ml|json)$/;

/** A folder of Hugo: `content`, `static`, and its configuration. */
export const hugo: Importer = {
  name: "hugo",
  wants: (path) => /^(?:.*\/)?content\/.*\.(?:md|markdown)$/i.test(path) || configFile.test(path),
  read: (input, options) => readTree(input, dialectOf(input, options), options),
};

function dialectOf({ files }: ImportInput, { timeZone }: ImportOptions): TreeDialect {
  const config = configIn(files);
  const settings = {
    timeZone: knownZone(textOf(config.get("timeZone")), timeZone),
    patterns: patternsOf(config.get("permalinks")),
    ugly: config.get("uglyURLs") === true,
  };
  const brackets = passesBrackets(config);
  return {
    source: "hugo",
    place,
    head: (fields, path) => headOf(fields, path, settings),
    math: (markdown) => {
      const text = doubledBrackets(unwrapCode(markdown));
      return brackets ? singleBrackets(text) : text;
    },
    body(markdown, _fields, addressOf) {
      const { markdown: text, unknown } = replaceTags(markdown, shortcodeForms, shortcodes(addressOf));
      return {
        markdown: text,
        notes: unknown.map(({ line, text: tag }) => ({
          line,
          message: `the shortcode ${tag} is not understood; it stays as text`,
        })),
      };
    },
  };
}

function configIn(files: ImportInput["files"]): Fields {
  const file = files.find(({ path }) => configFile.test(path));
  const decoded = file && decode(file.bytes);
  const ending = configFile.exec(file?.path ?? "")?.[1] ?? "";
  const form: DataForm = ending === "toml" ? "toml" : ending === "json" ? "json" : "yaml";
  return decoded?.ok === true ? readDataFile(decoded.text, form) : new Map();
}

/** Patterns by section, written for all kinds of pages or for pages alone. */
function patternsOf(value: unknown): ReadonlyMap<string, string> {
  const table = value instanceof Map ? value : new Map<unknown, unknown>();
  const ofPages: unknown = table.get("page");
  const entries = [...table, ...(ofPages instanceof Map ? ofPages : [])] as readonly (readonly [unknown, unknown])[];
  return new Map(entries.flatMap(([key, one]) => (typeof one === "string" ? [[String(key), one] as const] : [])));
}

/** Whether `markup.goldmark.extensions.passthrough.enable` is set. */
function passesBrackets(config: Fields): boolean {
  let value: unknown = config;
  for (const key of ["markup", "goldmark", "extensions", "passthrough", "enable"])
    value = value instanceof Map ? value.get(key) : undefined;
  return value === true;
}

function place(path: string): TreePlace {
  const inContent = path.replace(/^(?:.*\/)?content\//, "");
  if (/(?:^|\/)_index\.\w+$/.test(inContent))
    return { kind: "other", reason: "the text of a section, which has no place here" };
  return { kind: /^[^/]+$|^[^/]+\/index\.\w+$/.test(inContent) ? "page" : "post", isDraft: false };
}

interface Settings {
  readonly timeZone: string;
  readonly patterns: ReadonlyMap<string, string>;
  readonly ugly: boolean;
}

function headOf(fields: Fields, path: string, { timeZone, patterns, ugly }: Settings): TreeHead {
  const inContent = path.replace(/^(?:.*\/)?content\//, "").replace(/(?:\/index)?\.[^./]+$/, "");
  const segments = inContent.split("/");
  const section = segments.length > 1 ? (segments[0] ?? "") : "";
  const name = segments.at(-1) ?? "";
  const title = textOf(fields.get("title"));
  const slug = textOf(fields.get("slug"));
  const date = dateOf(fields.get("date"), timeZone);
  const sections = segments.slice(0, -1).join("/");
  const pattern = patterns.get(section);
  const named = slug ?? name;
  const byPattern =
    pattern &&
    fillPattern(pattern, {
      ...dateTokens(date, timeZone),
      section,
      sections,
      title: title && urlize(title),
      slug: slug ?? (title && urlize(title)),
      slugorfilename: named,
      slugorcontentbasename: named,
      filename: name,
      contentbasename: name,
    });
  const plain = `/${[sections, named].filter((part) => part !== "").join("/")}`.toLowerCase();
  const address = textOf(fields.get("url")) ?? (pattern === undefined ? plain + (ugly ? ".html" : "/") : byPattern);
  const folder = `/${sections}/`.replace("//", "/");
  const aliases = textsOf(fields.get("aliases"), (text) => [text]).map((one) =>
    one.startsWith("/") ? one : folder + one,
  );
  const categories = textsOf(fields.get("categories"), (text) => [text]);
  const [series] = textsOf(fields.get("series"), (text) => [text]);
  const part = Number(textOf(fields.get("series_order")));
  return {
    head: {
      ...treeHead(fields, {
        keys,
        timeZone,
        name,
        addresses: [address, ...aliases],
        categories,
        tags: textsOf(fields.get("tags"), (text) => [text]),
      }),
      ...(series !== undefined && { series }),
      ...(series !== undefined && Number.isInteger(part) && part >= 0 && { part }),
      ...(fields.get("draft") === true && { draft: true }),
    },
    known,
    notes: [
      ...categoryNotes(categories),
      ...(address === undefined ? [`the old address by “${pattern}” is not known`] : []),
    ],
  };
}

/** Hugo's form of a title in an address: white space is a hyphen, signs but `-_.` go. */
function urlize(title: string): string {
  return title
    .toLowerCase()
    .replace(/\s+/g, "-")
    .replace(/[^\p{L}\p{N}\p{M}\-_.]/gu, "");
}
