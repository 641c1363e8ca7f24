import type { Importer, ImportInput, ImportOptions } from "../../model/imported.ts";
import { decode } from "../decode.ts";
import { dateOf, firstText, textOf, textsOf, type Fields } from "../markdown/fields.ts";
import { readDataFile } from "../markdown/data-forms.ts";
import { doubledBrackets, unwrapCode } from "../markdown/math-dialects.ts";
import { dateTokens, fillPattern, knownZone } from "../markdown/permalinks.ts";
import { readTree, type TreeDialect, type TreeHead, type TreePlace } from "../markdown/read-tree.ts";
import { braceForms, replaceTags } from "../markdown/template-tags.ts";
import { categoryNotes, themeKeys, treeHead } from "../markdown/tree-head.ts";
import { hexoTags } from "./tags.ts";

const keys = { title: ["title"], date: ["date"], updated: ["updated"], summary: ["excerpt", "description"] };
const known: ReadonlySet<string> = new Set([
  ...themeKeys,
  ...Object.values(keys).flat(),
  "categories",
  "category",
  "tags",
  "tag",
  "permalink",
  "abbrlink",
  "published",
  "id",
]);

/** A folder of Hexo: `source/_posts`, `source/_drafts`, pages, pictures, `_config.yml`. */
export const hexo: Importer = {
  name: "hexo",
  wants: (path) => /\.(?:md|markdown|mkd)$/i.test(path) || /(?:^|\/)_config\.yml$/.test(path),
  read: (input, options) => readTree(input, dialectOf(input, options), options),
};

function dialectOf({ files }: ImportInput, { timeZone }: ImportOptions): TreeDialect {
  const file = files.find(({ path }) => path === "_config.yml");
  const decoded = file && decode(file.bytes);
  const config: Fields = decoded?.ok === true ? readDataFile(decoded.text, "yaml") : new Map();
  const settings = {
    timeZone: knownZone(textOf(config.get("timezone")), timeZone),
    permalink: textOf(config.get("permalink")) ?? ":year/:month/:day/:title/",
    datedNames: textOf(config.get("new_post_name"))?.startsWith(":year-") === true,
  };
  return {
    source: "hexo",
    place,
    head: (fields, path) => headOf(fields, path, settings),
    math: (markdown) => doubledBrackets(unwrapCode(markdown)),
    body(markdown, _fields, addressOf) {
      const { markdown: text, unknown } = replaceTags(markdown, braceForms, hexoTags(addressOf));
      return {
        markdown: text,
        notes: unknown.map(({ line, text: tag }) => ({
          line,
          message: `the tag ${tag} is not understood; it stays as text`,
        })),
      };
    },
  };
}

function place(path: string): TreePlace {
  if (/(?:^|\/)_posts\//.test(path)) return { kind: "post", isDraft: false };
  if (/(?:^|\/)_drafts\//.test(path)) return { kind: "post", isDraft: true };
  const isPage =
    /^(?:source\/)?(?!_)[^/]+\/(?:.*\/)?[^/]+$/.test(path) && !/^(?:themes|scaffolds|node_modules|public)\//.test(path);
  return isPage ? { kind: "page", isDraft: false } : { kind: "other" };
}

interface Settings {
  readonly timeZone: string;
  readonly permalink: string;
  readonly datedNames: boolean;
}

function headOf(fields: Fields, path: string, { timeZone, permalink, datedNames }: Settings): TreeHead {
  const inPosts = path.replace(/^.*?_(?:posts|drafts)\//, "").replace(/\.[^.]+$/, "");
  const title = datedNames ? inPosts.replace(/\d{4}-\d{2}-\d{2}-(?=[^/]*$)/, "") : inPosts;
  const name = title.replace(/^.*\//, "");
  const categories = categoriesOf(fields.get("categories") ?? fields.get("category"));
  const ownTags = fields.get("tags") ?? fields.get("tag");
  const tags = textsOf(ownTags, (text) => [text]);
  const date = dateOf(fields.get("date"), timeZone);
  const isPost = /(?:^|\/)_(?:posts|drafts)\//.test(path);
  const own = Object.fromEntries([...fields].map(([key, value]) => [key, textOf(value)]));
  const address = isPost
    ? (firstText(fields, ["permalink"]) ??
      fillPattern(permalink, {
        ...own,
        ...dateTokens(date, timeZone),
        title,
        name,
        post_title: textOf(fields.get("title")),
        category: categories.join("/") || "uncategorized",
      }))
    : `/${path
        .replace(/^source\//, "")
        .replace(/index\.[^.]+$/, "")
        .replace(/\.[^./]+$/, ".html")}`;
  const single = typeof ownTags === "string" && /[,，]/.test(ownTags);
  const isHidden = fields.get("published") === false;
  return {
    head: {
      ...treeHead(fields, {
        keys,
        timeZone,
        name: isPost ? name : pageName(path),
        addresses: [address],
        categories,
        tags,
      }),
      ...(isHidden && { draft: true }),
    },
    known,
    notes: [
      ...categoryNotes(categories),
      ...(single ? [`unsure: “${ownTags}” is one tag to Hexo, and is kept as one`] : []),
      ...(address === undefined ? [`the old address by “${permalink}” is not known`] : []),
    ],
  };
}

function pageName(path: string): string {
  return path.replace(/^source\//, "").replace(/(?:\/index)?\.[^.]+$/, "");
}

/** A list is the path of one category; a list of lists is several, of which the first gives the address. */
function categoriesOf(value: unknown): readonly string[] {
  return textsOf(value, (text) => [text]);
}
