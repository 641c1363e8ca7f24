import type {
  Importer,
  ImportedPost,
  ImportedSite,
  ImportFile,
  ImportNote,
  ImportOptions,
} from "../../model/imported.ts";
import { countOf } from "../../text/count-of.ts";
import { groupDigits } from "../../text/group-digits.ts";
import { slug } from "../../text/slug.ts";
import { decode } from "../decode.ts";
import { emptySite, unreadable } from "../imported-site.ts";
import { parseListing, type ListingPost, type ListingResult, type Note, type Piece } from "./read-listing.ts";
import { findRegions } from "./tex-regions.ts";
import { layOutPost, type ListingMarkdown } from "./to-markdown.ts";

/**
 * Posts that were copied as text from an archive page: one Markdown file a post. Every character of the listing is
 * accounted for.
 */
export const listing: Importer = {
  name: "listing",
  wants: (path) => /\.(?:txt|text|md)$/i.test(path),
  read({ files }, options) {
    const [file] = files;
    return file ? readFile(file, options) : emptySite("listing");
  },
};

function readFile(file: ImportFile, { asOf }: ImportOptions): ImportedSite {
  const decoded = decode(file.bytes);
  if (!decoded.ok) return { ...emptySite("listing"), notes: [unreadable(file.path, decoded)] };
  const { text } = decoded;
  const result = parseListing(text);
  const at = ({ line, message }: Note): ImportNote => ({ file: file.path, line, message });
  const laid = result.posts.map((post) => ({ post, ...layOutPost(post) }));
  const undated = asOf === undefined && result.posts.some(({ readers }) => readers !== undefined);
  return {
    ...emptySite("listing"),
    posts: laid.map((one) => toPost(one, file.path, asOf)),
    notes: [
      ...(decoded.converted === undefined ? [] : [{ file: file.path, message: `converted from ${decoded.converted}` }]),
      ...(undated
        ? [
            {
              file: file.path,
              message: "the reader counts have no date; say when the listing was copied: --as-of 2024-07-20",
            },
          ]
        : []),
      ...result.notes.map(at),
      ...laid.flatMap(({ notes }) => notes.map(at)),
    ],
    leftOut: result.pieces.filter(({ kind }) => kind === "outside").map((piece) => at(quoted(text, piece))),
    account: [accountFor(text, result), markupLine(laid)],
  };
}

interface LaidPost extends ListingMarkdown {
  readonly post: ListingPost;
}

function toPost({ post, markdown }: LaidPost, from: string, asOf: string | undefined): ImportedPost {
  const { title, author, day, readers, body, line } = post;
  const counted = readers !== undefined && { readers, ...(asOf !== undefined && { readersAsOf: asOf }) };
  const formulas = findRegions(body).flatMap(({ kind, start, end }) => {
    const tex = body.slice(start, end);
    if (kind === "inline") return [tex.replace(/^\$|\$$/g, "")];
    return kind === "display" ? [tex.replace(/^\$\$([^]*)\$\$$/, "$1").trim()] : [];
  });
  return {
    kind: "post",
    from,
    line,
    head: { id: slug(title), title, author, date: day, ...counted },
    body: markdown,
    before: { formulas, headings: [], links: [], images: [], text: visibleLines(body), form: "visible" },
  };
}

function visibleLines(body: string): string {
  const lines = body.split("\n").map((line) => line.replace(/\s+/gu, " ").trim());
  return lines.filter((line) => line !== "").join("\n");
}

function accountFor(text: string, { posts, pieces }: ListingResult): string {
  const sum = (wanted: Piece["kind"]) =>
    groupDigits(pieces.reduce((total, { kind, start, end }) => total + (kind === wanted ? end - start : 0), 0));
  return `${countOf(posts.length, "post")} in ${groupDigits(text.length)} characters: ${sum("title")} in titles, ${sum("by-line")} in by-lines, ${sum("text")} in texts, ${sum("separator")} between them, ${sum("outside")} outside of posts.`;
}

function markupLine(laid: readonly LaidPost[]): string {
  const sum = (what: keyof ListingMarkdown["characters"]) =>
    laid.reduce((total, { characters }) => total + characters[what], 0);
  const [body, found, markup] = [sum("body"), sum("found"), sum("markdown") - sum("found")].map(groupDigits);
  return `Texts without white space: ${body} characters, ${found} of them found in the files, and ${markup} of markup.`;
}

function quoted(text: string, { start, end }: Piece): Note {
  const lines = text.slice(start, end).split("\n");
  const more = lines.length > 1 ? ` … (${lines.length} lines)` : "";
  return { line: text.slice(0, start).split("\n").length, message: `${lines[0]}${more}` };
}
