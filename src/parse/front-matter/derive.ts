import type { PostId, SourcePath } from "../../model/brand.ts";
import { slug } from "../../text/slug.ts";

/** What a file's place says about its post. */
export interface FromPath {
  readonly id: PostId;
  /** Name of the file without date and extension. */
  readonly name: string;
  /** `2020-07-04` when the file name starts with it. */
  readonly date?: string;
}

/**
 * Derives identity, name and date from a path. The identity is the slug of all folders and the name,
 * so that it does not depend on other files; folders that are only digits (`2024/07`) and `index` are
 * left out, as is a date before the name.
 */
export function fromPath(path: SourcePath): FromPath {
  const stem = path.replace(/^posts\//, "").replace(/\.(?:md|markdown)$/i, "");
  const cut = stem.lastIndexOf("/") + 1;
  const folders = stem
    .slice(0, cut)
    .split("/")
    .filter((one) => !/^\d*$/.test(one));
  const dated = /^(\d{4}-\d{2}-\d{2})-(.+)$/.exec(stem.slice(cut));
  const file = dated?.[2] ?? stem.slice(cut);
  const date = dated?.[1] === undefined ? {} : { date: dated[1] };
  const folder = folders.at(-1);
  if (folder !== undefined && /^_?index$/i.test(file))
    return { id: slug(folders.join("-")) as PostId, name: folder, ...date };
  return { id: slug([...folders, file].join("-")) as PostId, name: file, ...date };
}

/** A heading that can stand for a missing title: level 1 anywhere, any level as the first line. */
export interface TitleHeading {
  readonly text: string;
  readonly level: number;
}

/** Finds the first heading of a text outside code fences; `undefined` if it is a section, not a title. */
export function titleHeading(body: string): TitleHeading | undefined {
  const withoutFences = body.replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[`~]*[^\S\n]*$/gm, (fence) =>
    fence.replace(/[^\n]/g, " "),
  );
  const match = /^ {0,3}(#{1,6})[^\S\n]+([^\n]*?)(?:[^\S\n]+#+)?[^\S\n]*$/m.exec(withoutFences);
  const [, { length: level } = "", text = ""] = match ?? [];
  const isFirst = withoutFences.slice(0, match?.index).trim() === "";
  return text !== "" && (level === 1 || isFirst) ? { text, level } : undefined;
}
