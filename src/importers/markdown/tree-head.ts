import type { ImportedHead } from "../../model/imported.ts";
import { slug } from "../../text/slug.ts";
import { dateOf, firstText, pathOf, textsOf, type Fields } from "./fields.ts";

export interface HeadKeys {
  readonly title: readonly string[];
  readonly date: readonly string[];
  readonly updated: readonly string[];
  readonly summary: readonly string[];
}

export interface HeadParts {
  readonly keys: HeadKeys;
  readonly timeZone: string;
  /** File name without date and extension. */
  readonly name: string;
  /** Used if front matter has none. */
  readonly date?: string | undefined;
  /** Old addresses; those that front matter cannot hold are dropped. */
  readonly addresses: readonly (string | undefined)[];
  readonly categories: readonly string[];
  readonly tags: readonly string[];
}

/** Keys that say something about the old theme, and nothing about the post. */
export const themeKeys: readonly string[] = [
  "layout",
  "type",
  "mathjax",
  "katex",
  "math",
  "comments",
  "comment",
  "toc",
  "lang",
  "author",
];

/**
 * The head that all trees share. There is one category: further ones become tags. The identity is the number at the end
 * of the old address if there is one, else the name of the file.
 */
export function treeHead(fields: Fields, parts: HeadParts): ImportedHead {
  const { keys, timeZone, name, categories, tags } = parts;
  const title = firstText(fields, keys.title);
  const author = authorOf(fields.get("author"));
  const [date, updated] = [keys.date, keys.updated].map((all) =>
    all.map((key) => dateOf(fields.get(key), timeZone)).find(Boolean),
  );
  const summary = firstText(fields, keys.summary);
  const aliases = [...new Set(parts.addresses.flatMap((one) => (one === undefined ? [] : (pathOf(one) ?? []))))];
  const [category, ...others] = categories;
  const given = date ?? parts.date;
  return {
    id: numberIn(aliases[0]) ?? slug(name),
    ...(title !== undefined && { title }),
    ...(author !== undefined && { author }),
    ...(given !== undefined && { date: given }),
    ...(updated !== undefined && updated !== given && { updated }),
    ...(category !== undefined && { category }),
    tags: [...new Set([...tags, ...others])],
    ...(summary !== undefined && { summary }),
    aliases,
  };
}

/** One name, or several; Hugo's themes also have a map with a name. */
function authorOf(value: unknown): string | undefined {
  if (value instanceof Map) return authorOf(value.get("name"));
  const names = textsOf(value, (text) => [text]);
  return names.length === 0 ? undefined : names.join("、");
}

function numberIn(address: string | undefined): string | undefined {
  return /\/(\d+)(?:\/|\.html?)?$/.exec(address ?? "")?.[1];
}

/** Note about categories that became tags. */
export function categoryNotes(categories: readonly string[]): readonly string[] {
  return categories.length > 1 ? ["a post has one category here; the others became tags"] : [];
}
