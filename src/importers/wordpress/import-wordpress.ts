import type {
  Importer,
  ImportedHead,
  ImportedPost,
  ImportedSite,
  ImportFile,
  ImportNote,
  ImportOptions,
} from "../../model/imported.ts";
import { slug } from "../../text/slug.ts";
import { attachmentsFor } from "../attachments.ts";
import { decode } from "../decode.ts";
import { emptySite, joinSites, unreadable } from "../imported-site.ts";
import { dateOf, pathOf, textOf } from "../markdown/fields.ts";
import { withinStack } from "../within-stack.ts";
import { readBody } from "./body.ts";
import { readComments } from "./comments.ts";
import { readWxr, type Wxr, type WxrItem } from "./read-wxr.ts";

/** An export of WordPress (“WXR”), alone or in a folder with `wp-content/uploads`. */
export const wordpress: Importer = {
  name: "wordpress",
  wants: (path) => /\.xml$/i.test(path),
  read({ files, paths }, options) {
    const site = joinSites(
      "wordpress",
      files.map((file) => readFile(file, options)),
    );
    const addresses = site.posts.flatMap(({ before }) => [...before.images, ...before.links]);
    return { ...site, attachments: attachmentsFor(addresses, paths) };
  },
};

function readFile(file: ImportFile, options: ImportOptions): ImportedSite {
  const decoded = decode(file.bytes);
  if (!decoded.ok) return { ...emptySite("wordpress"), notes: [unreadable(file.path, decoded)] };
  const wxr = readWxr(decoded.text);
  const at = (line: number, message: string): ImportNote => ({ file: file.path, line, message });
  const sites = wxr.items.map((item) =>
    withinStack(file.path, "wordpress", () => readItem(item, { wxr, options, path: file.path })),
  );
  const joined = joinSites("wordpress", sites);
  return { ...joined, notes: [...wxr.problems.map(({ line, message }) => at(line, message)), ...joined.notes] };
}

interface Context {
  readonly wxr: Wxr;
  readonly options: ImportOptions;
  readonly path: string;
}

/** What a status means; those that are absent are never imported. */
const statuses: ReadonlyMap<string, "published" | "hidden"> = new Map([
  ["publish", "published"],
  ["draft", "hidden"],
  ["pending", "hidden"],
  ["future", "hidden"],
  ["private", "hidden"],
]);

function readItem(item: WxrItem, context: Context): ImportedSite {
  const { path, options, wxr } = context;
  const empty = emptySite("wordpress");
  const at = (message: string): ImportNote => ({ file: path, line: item.line, message });
  const type = item.fields.get("post_type") ?? "post";
  if (type !== "post" && type !== "page")
    return type === "attachment" ? empty : { ...empty, leftOut: [at(`an item of type “${type}”`)] };
  const status = item.fields.get("status") ?? "publish";
  const known = item.isProtected ? "hidden" : statuses.get(status);
  if (known === undefined) return { ...empty, leftOut: [at(`a post that is “${status}”`)] };
  if (known === "hidden" && !options.drafts)
    return {
      ...empty,
      leftOut: [
        at(`${item.isProtected ? "a post with a password" : `a post that is “${status}”`}; --drafts brings it`),
      ],
    };
  const head = headOf(item, context);
  const body = readBody(item.fields.get("content") ?? "", wxr.baseUrl);
  const post: ImportedPost = {
    kind: type,
    from: path,
    line: item.line,
    head: { ...head, ...(known === "hidden" && { draft: true }) },
    body: body.markdown,
    before: body.before,
  };
  const { kept, leftOut } = readComments(item, head, {
    timeZone: options.timeZone,
    siteUrl: wxr.baseUrl,
  });
  return {
    ...empty,
    posts: [post],
    comments: kept,
    notes: [
      ...body.shortcodes.map((one) => at(`the shortcode ${one} is not understood; it stays as text`)),
      ...((item.fields.get("content") ?? "").includes("<!--nextpage-->")
        ? [at("a post of several pages; they are one now")]
        : []),
    ],
    leftOut: [...body.removed.map(({ message }) => at(message)), ...leftOut.map(at)],
  };
}

function headOf({ fields, terms }: WxrItem, { wxr, options: { timeZone } }: Context): ImportedHead {
  const id = textOf(fields.get("post_id"));
  const title = textOf(fields.get("title"));
  const login = textOf(fields.get("creator"));
  const author = login === undefined ? undefined : (wxr.authors.get(login) ?? login);
  const date = instantOf(fields.get("post_date_gmt"), timeZone) ?? dateOf(nonZero(fields.get("post_date")), timeZone);
  const updated = instantOf(fields.get("post_modified_gmt"), timeZone);
  const named = (taxonomy: string) =>
    terms.filter((term) => term.taxonomy === taxonomy).flatMap(({ name }) => textOf(name) ?? []);
  const [category, ...others] = named("category");
  const [series] = named("series");
  const link = textOf(fields.get("link"));
  const address = link === undefined ? undefined : pathOf(link);
  const aliases = [address, id === undefined ? undefined : `/?p=${id}`].filter((one) => one !== undefined);
  const summary = textOf(fields.get("excerpt"));
  return {
    id: id ?? slug(title ?? "post"),
    ...(title !== undefined && { title }),
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
    ...(updated !== undefined && updated !== date && { updated }),
    ...(category !== undefined && { category }),
    tags: [...new Set([...named("post_tag"), ...others])],
    ...(series !== undefined && { series }),
    ...(summary !== undefined && !summary.includes("<") && { summary }),
    aliases: [...new Set(aliases)],
  };
}

/** Drafts have a date of zeros. */
function nonZero(text: string | undefined): string | undefined {
  return text?.startsWith("0000") === true ? undefined : text;
}

function instantOf(gmt: string | undefined, timeZone: string): string | undefined {
  const text = nonZero(gmt)?.trim();
  return text === undefined || text === "" ? undefined : dateOf(`${text}Z`, timeZone);
}
