import rehypeParse from "rehype-parse";
import { unified } from "unified";
import type { ImportFile } from "../../model/imported.ts";
import { decode } from "../decode.ts";
import { convert } from "../html/convert.ts";
import { cutFormulas } from "../html/cut-formulas.ts";
import { openHoles } from "../html/holes.ts";
import { unreadable } from "../imported-site.ts";
import { collect, noComments, toArtran, type CommentExport, type CommentReader } from "./comment-export.ts";
import { readDisqus, type DisqusPost, type DisqusThread } from "./read-disqus.ts";

/** Disqus: the posts of its XML, which are comments, below its threads, which are pages. */
export const disqus: CommentReader = { name: "disqus", read: readFile };

function readFile(file: ImportFile, { timeZone }: { readonly timeZone: string }): CommentExport {
  const decoded = decode(file.bytes);
  if (!decoded.ok) return { ...noComments, faults: [unreadable(file.path, decoded)] };
  const { posts, threads, problems } = readDisqus(decoded.text);
  const shown = posts.filter(({ fields }) => !isHidden(fields));
  const results = shown.map((post) => ({
    line: post.line,
    result: readPost(post, threads.get(post.thread), timeZone),
  }));
  const { comments, faults } = collect(file.path, results);
  const hidden = posts.filter(({ fields }) => isHidden(fields));
  return {
    comments,
    faults: [...problems.map((problem) => ({ file: file.path, ...problem })), ...faults],
    leftOut: hidden.map(({ line }) => ({ file: file.path, line, message: "a comment that was deleted, or is spam" })),
    hidden: hidden.map(({ id }) => id),
  };
}

function isHidden(fields: DisqusPost["fields"]): boolean {
  return ["isDeleted", "isSpam"].some((key) => fields.get(key)?.trim() === "true");
}

function readPost({ id, parent, fields }: DisqusPost, thread: DisqusThread | undefined, timeZone: string) {
  try {
    return toArtran(
      {
        id,
        parent,
        nick: fields.get("name"),
        link: "",
        content: toMarkdown(fields.get("message") ?? ""),
        created: fields.get("createdAt"),
        page: thread?.get("link") ?? thread?.get("id"),
        pageTitle: thread?.get("title"),
      },
      timeZone,
    );
  } catch (error) {
    if (error instanceof RangeError) return "a comment whose elements are nested too deeply";
    throw error;
  }
}

function toMarkdown(html: string): string {
  const holes = openHoles();
  const cut = cutFormulas(html, holes, { brackets: true });
  return convert(unified().use(rehypeParse, { fragment: true }).parse(cut).children, holes).markdown;
}
