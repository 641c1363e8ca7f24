/**
 * `\$`; a backslash before punctuation or at the end; signs of emphasis and code; the start of a tag and of a
 * reference; what makes `http://…` and `www.…` a link up to the next space, which in Chinese is far away.
 */
const inline = /\\\$|\\(?=[!-/:-@[-`{-~]|$)|[*_`~]|<(?=\S)|&(?=#?[a-z0-9]{1,40};)|(?<=https?):(?=\/\/)|(?<=www)\./gi;
/** Headings, quotes, bullets, rules and underlines of headings at the start of a line. */
const atStart = /^(?:#|>|[-+](?=[ \t]|$)|[-=](?=[-= \t]*$))/;

/**
 * Text so that Markdown shows it as it is: every sign of markup gets a backslash. `\$` stays, because it already
 * is a visible `$`, and a backslash before a letter is none of Markdown's.
 *
 * @param brackets whether `[` could begin a link, see {@link hasLinks}
 */
export function escapeInline(text: string, brackets: boolean): string {
  const escaped = text.replace(inline, (sign) => (sign === "\\$" ? sign : `\\${sign}`));
  return brackets ? escaped.replaceAll("[", "\\[") : escaped;
}

/** Whether a line could hold a link, a picture, a footnote or the definition of one. */
export function hasLinks(line: string): boolean {
  return /\][([:]|\[\^/.test(line);
}

/** Escapes what makes a block at the start of a line, which has no white space before it. */
export function escapeLineStart(line: string): string {
  return line.replace(atStart, "\\$&").replace(/^(\d{1,9})([.)])(?=[ \t]|$)/, "$1\\$2");
}

/** Escapes signs at the end of a heading that would be taken for its closing sequence. */
export function escapeHeadingEnd(heading: string): string {
  return heading.replace(/(?<=^|[ \t])#+$/, "\\$&");
}
