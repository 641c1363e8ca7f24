import type { Importer, ImportInput, ImportOptions } from "../../model/imported.ts";
import { decode } from "../decode.ts";
import { dateOf, textOf, textsOf, type Fields } from "../markdown/fields.ts";
import { readDataFile } from "../markdown/data-forms.ts";
import type { ReadHead } from "../markdown/front-matter.ts";
import { doubledBrackets, kramdownDollars, unwrapCode } from "../markdown/math-dialects.ts";
import { dateTokens, fillPattern, knownZone } from "../markdown/permalinks.ts";
import { readTree, type TreeDialect, type TreeHead, type TreePlace } from "../markdown/read-tree.ts";
import { categoryNotes, themeKeys, treeHead } from "../markdown/tree-head.ts";
import { cleanBody } from "./body.ts";

const keys = {
  title: ["title"],
  date: ["date"],
  updated: ["last_modified_at", "updated"],
  summary: ["excerpt", "description"],
};
const known: ReadonlySet<string> = new Set([
  ...themeKeys,
  ...Object.values(keys).flat(),
  "category",
  "categories",
  "tags",
  "permalink",
  "redirect_from",
  "published",
  "excerpt_separator",
]);

/** Patterns that Jekyll has names for. */
const styles: Readonly<Record<string, string>> = {
  date: "/:categories/:year/:month/:day/:title:output_ext",
  pretty: "/:categories/:year/:month/:day/:title/",
  ordinal: "/:categories/:year/:y_day/:title:output_ext",
  none: "/:categories/:title:output_ext",
};

/** A folder of Jekyll: `_posts`, `_drafts`, pages, pictures, `_config.yml`. */
export const jekyll: Importer = {
  name: "jekyll",
  wants: (path) => /\.(?:md|markdown|mkd)$/i.test(path) || path === "_config.yml",
  read: (input, options) => readTree(input, dialectOf(input, options), options),
};

function dialectOf({ files }: ImportInput, { timeZone }: ImportOptions): TreeDialect {
  const file = files.find(({ path }) => path === "_config.yml");
  const decoded = file && decode(file.bytes);
  const config: Fields = decoded?.ok === true ? readDataFile(decoded.text, "yaml") : new Map();
  const permalink = textOf(config.get("permalink")) ?? "date";
  const settings = {
    timeZone: knownZone(textOf(config.get("timezone")), timeZone),
    permalink: (Object.hasOwn(styles, permalink) ? styles[permalink] : undefined) ?? permalink,
  };
  const separator = rawText(config.get("excerpt_separator"));
  return {
    source: "jekyll",
    place,
    head: (fields, path) => headOf(fields, path, settings),
    math: (markdown) => kramdownDollars(doubledBrackets(unwrapCode(markdown))),
    body: (markdown, fields, addressOf) =>
      cleanBody(markdown, { separator: rawText(fields.get("excerpt_separator")) ?? separator, addressOf }),
  };
}

/** A separator may be white space, which is none to look for. */
function rawText(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function place(path: string, { fields }: ReadHead): TreePlace {
  if (/(?:^|\/)_posts\//.test(path)) return { kind: "post", isDraft: false };
  if (/(?:^|\/)_drafts\//.test(path)) return { kind: "post", isDraft: true };
  const isPage = !/(?:^|\/)_/.test(path) && fields.size > 0;
  return isPage ? { kind: "page", isDraft: false } : { kind: "other" };
}

interface Settings {
  readonly timeZone: string;
  readonly permalink: string;
}

const split = (text: string) => text.split(/\s+/);

function headOf(fields: Fields, path: string, { timeZone, permalink }: Settings): TreeHead {
  const file = path.replace(/^.*\//, "").replace(/\.[^.]+$/, "");
  const [, day, name = file] = /^(\d{4}-\d{1,2}-\d{1,2})-(.+)$/.exec(file) ?? [];
  const dateInName = dateOf(day, timeZone);
  const date = dateOf(fields.get("date"), timeZone) ?? dateInName;
  const categories = [
    ...new Set([...textsOf(fields.get("category"), (text) => [text]), ...textsOf(fields.get("categories"), split)]),
  ];
  const own = textOf(fields.get("permalink"));
  const isPost = /(?:^|\/)_(?:posts|drafts)\//.test(path);
  const pattern = own === undefined ? permalink : ((Object.hasOwn(styles, own) ? styles[own] : undefined) ?? own);
  const address = isPost
    ? fillPattern(pattern.replace(":output_ext", ".html"), {
        ...dateTokens(date, timeZone),
        title: name,
        slug: name,
        categories: categories.map((one) => one.toLowerCase()).join("/"),
      })
    : (own ?? `/${path.replace(/(?:^|\/)index\.[^.]+$/, "").replace(/\.[^./]+$/, ".html")}`);
  return {
    head: {
      ...treeHead(fields, {
        keys,
        timeZone,
        name,
        date: dateInName,
        addresses: [address, ...textsOf(fields.get("redirect_from"), (text) => [text])],
        categories,
        tags: textsOf(fields.get("tags"), split),
      }),
      ...(fields.get("published") === false && { draft: true }),
    },
    known,
    notes: [
      ...categoryNotes(categories),
      ...(address === undefined ? [`the old address by “${pattern}” is not known`] : []),
    ],
  };
}
