import { codeRanges, outsideCode } from "../markdown/code-ranges.ts";
import type { TreeBody } from "../markdown/read-tree.ts";
import { braceForms, fenced, replaceTags, type TagTable } from "../markdown/template-tags.ts";

export interface BodyOptions {
  /** What ends the excerpt, if the site says so. */
  readonly separator: string | undefined;
  readonly addressOf: (name: string) => string | undefined;
}

/** Liquid's tags and kramdown's attributes as Markdown; what has no form there is reported with its line. */
export function cleanBody(markdown: string, { separator, addressOf }: BodyOptions): TreeBody {
  const marked = separator === undefined ? markdown : markdown.replace(separator, "<!--more-->");
  const { markdown: text, unknown } = replaceTags(marked, braceForms, liquid(addressOf));
  const lost = attributeLists(marked);
  return {
    markdown: withoutAttributes(text),
    notes: [
      ...unknown.map(({ line, text: tag }) => ({
        line,
        message: `the tag ${tag} is not understood; it stays as text`,
      })),
      ...lost,
    ],
  };
}

function liquid(addressOf: BodyOptions["addressOf"]): TagTable {
  return ({ name, args, inner }) => {
    switch (name) {
      case "highlight":
        return inner === undefined ? undefined : fenced(inner, args[0] ?? "");
      case "raw":
      case "comment":
        return inner === undefined ? undefined : name === "raw" ? inner : "";
      case "post_url":
      case "link":
        return addressOf(args[0] ?? "");
      case "site.baseurl":
      case "site.url":
        return "";
      default:
        return undefined;
    }
  };
}

/** `{: .class}` on a line or behind a span, `{:toc}` with its list. */
const attributes = /^\s*[*+-] .*\n\{:\s*toc\s*\}[ \t]*$|^[ \t]*\{:[^{}\n]*\}[ \t]*\n?|(?<=[)\]*_`$])\{:[^{}\n]*\}/gim;

function withoutAttributes(markdown: string): string {
  return outsideCode(markdown, codeRanges(markdown), (text) => text.replace(attributes, ""));
}

function attributeLists(markdown: string): TreeBody["notes"] {
  const notes: { line: number; message: string }[] = [];
  outsideCode(markdown, codeRanges(markdown), (text, offset) => {
    for (const { 0: found, index } of text.matchAll(attributes)) {
      const line = markdown.slice(0, offset + index).split("\n").length - 1;
      notes.push({ line, message: `kramdown's ${found.trim().replace(/\s+/g, " ")} is taken out` });
    }
    return text;
  });
  return notes;
}
