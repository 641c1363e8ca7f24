import type {
  Importer,
  ImportedHead,
  ImportedPost,
  ImportFile,
  ImportNote,
  ImportOptions,
} from "../../model/imported.ts";
import { slug } from "../../text/slug.ts";
import { decode } from "../decode.ts";
import { emptySite, joinSites, unreadable } from "../imported-site.ts";
import { beforeOf } from "../markdown/before.ts";
import { dateOf, firstText, pathOf, textOf, textsOf, type Fields } from "../markdown/fields.ts";
import { readHead } from "../markdown/front-matter.ts";
import { withinStack } from "../within-stack.ts";
import { cutFooter, restoreMarkdown } from "./restore.ts";

const knownKeys: ReadonlySet<string> = new Set(["id", "title", "author", "date", "category", "tags", "url"]);

/**
 * A mirror that html2text made of a site: Markdown whose backslashes are doubled and whose headings end in `#`. What it
 * has lost (underlining, colours, languages of code) is not there to be restored.
 */
export const html2text: Importer = {
  name: "html2text",
  wants: (path) => /\.(?:md|markdown)$/i.test(path),
  read: ({ files }, options) =>
    joinSites(
      "html2text",
      files.map((file) => withinStack(file.path, "html2text", () => readFile(file, options))),
    ),
};

function readFile(file: ImportFile, options: ImportOptions) {
  const decoded = decode(file.bytes);
  if (!decoded.ok) return { ...emptySite("html2text"), notes: [unreadable(file.path, decoded)] };
  const { fields, body, bodyLine, problems } = readHead(decoded.text);
  const cut = cutFooter(body);
  const at = (line: number, message: string): ImportNote => ({ file: file.path, line, message });
  const post: ImportedPost = {
    kind: "post",
    from: file.path,
    line: 1,
    head: headOf(fields, file.path, options),
    body: restoreMarkdown(cut.text),
    before: beforeOf(cut.text),
  };
  return {
    ...emptySite("html2text"),
    posts: [post],
    notes: problems.map(({ line, message }) => at(line, message)),
    leftOut: [
      ...[...fields.keys()]
        .filter((key) => !knownKeys.has(key))
        .map((key) => at(1, `the key “${key}” of the front matter`)),
      ...(cut.footerLine === undefined ? [] : [at(bodyLine + cut.footerLine, "the notice under the post")]),
    ],
  };
}

function headOf(fields: Fields, path: string, { timeZone }: ImportOptions): ImportedHead {
  const name = path.replace(/^.*\//, "").replace(/\.[^.]+$/, "");
  const id = textOf(fields.get("id")) ?? slug(name);
  const [title, author, category, url] = ["title", "author", "category", "url"].map((key) => firstText(fields, [key]));
  const date = dateOf(fields.get("date"), timeZone);
  const alias = url === undefined ? undefined : pathOf(url);
  return {
    id,
    ...(title !== undefined && { title }),
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
    ...(category !== undefined && { category }),
    tags: textsOf(fields.get("tags"), (text) => text.split(/[,，]/)),
    aliases: alias === undefined ? [] : [alias],
  };
}
