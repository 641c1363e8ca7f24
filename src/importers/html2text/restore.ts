import { codeRanges, outsideCode } from "../markdown/code-ranges.ts";

/** Backslashes, then the character behind them or the end of the text. */
const runs = /(\\*)(?:([`*_{}[\]()#+.!-])|(?=[^\\]|$))/g;

/**
 * Undoes html2text's escaping of text, exactly: it has doubled every backslash before one of
 * `` \ ` * _ { } [ ] ( ) # + - . ! ``, and then put one before what would have begun a list at the start of a run
 * of text. Runs also begin behind an entity, a tag and a link, so that a single backslash before such a sign may stand
 * anywhere; it is taken out. An odd number before another sign is the seam of two runs, and stays.
 */
export function restoreText(text: string): string {
  return text.replace(runs, (all: string, slashes: string, sign: string | undefined, at: number) => {
    const { length } = slashes;
    if (length === 0) return all;
    if (sign === undefined) return "\\".repeat(Math.floor((length + 1) / 2));
    if (length % 2 === 0) return "\\".repeat(length / 2) + sign;
    return length === 1 && beginsList(text, at, sign) ? sign : all;
  });
}

/** Whether the sign behind a single backslash is one that html2text protects at the start of a run. */
function beginsList(text: string, at: number, sign: string): boolean {
  const next = text.charAt(at + 2);
  const isSpace = /\s/.test(next);
  if (sign === "+") return isSpace;
  if (sign === "-") return isSpace || next === "-";
  return sign === "." && isSpace && /\d/.test(text.charAt(at - 1));
}

/** Targets and titles of links, and pictures as a whole: another escaper wrote those, which Markdown understands. */
const links =
  /!\[(?:[^[\]\\]|\\.)*\](?=\()|\]\((?:<[^>\n]*>|(?:[a-z][a-z0-9+.-]*:|[/#.?])(?:[^\s()\\]|\\.)*)(?:\s+"(?:[^"\\]|\\.)*")?\)|(?<=!\[(?:[^[\]\\]|\\.)*)\]\((?:[^\s()\\]|\\.)*(?:\s+"(?:[^"\\]|\\.)*")?\)/gi;

/** What the theme prints behind a heading, a link to itself. */
const headingMark = /^(#{1,6} .*?)[ \t]+#[ \t]*$/gm;

/** Undoes html2text in a whole document; code is left alone. */
export function restoreMarkdown(markdown: string): string {
  return outsideCode(markdown, codeRanges(markdown), (text) => {
    let result = "";
    let at = 0;
    for (const { 0: link, index } of text.matchAll(links)) {
      result += restoreText(text.slice(at, index)) + link;
      at = index + link.length;
    }
    return (result + restoreText(text.slice(at))).replace(headingMark, "$1");
  });
}

const footer = /^_\*\*转载到请包括本文地址/m;

/** The text without what the site prints under every post, and the line on which that begins, from 0. */
export function cutFooter(markdown: string): { readonly text: string; readonly footerLine?: number } {
  const match = footer.exec(markdown);
  if (!match) return { text: markdown };
  const text = markdown.slice(0, match.index);
  return { text: text.trimEnd(), footerLine: text.split("\n").length - 1 };
}
