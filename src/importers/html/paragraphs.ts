/** Elements that stand between paragraphs. */
const blocks =
  "address|article|aside|blockquote|details|div|dl|fieldset|figure|form|h[1-6]|hr|ol|p|pre|section|table|ul|li|dt|dd|td|th|tr|tbody|thead|tfoot|caption|figcaption|summary|colgroup|col";
/** Elements whose text is no paragraph of its own. */
const leaves = /^(?:h[1-6]|p|li|dt|dd|td|th|caption|figcaption|summary)$/;
const blockTag = new RegExp(`(<pre\\b[^]*?</pre>|</?(?:${blocks})\\b[^>]*>)`, "gi");

/**
 * What WordPress and Typecho do to a text when they show it: blank lines part paragraphs, a newline is a `<br>`, block
 * elements stay as they are, and nothing in `<pre>` changes. The mark behind the excerpt stands alone.
 */
export function paragraphs(html: string): string {
  const open: string[] = [];
  return html
    .replace(/\s*(<!--more\b[^>]*-->)\s*/g, "\n\n$1\n\n")
    .split(blockTag)
    .map((part, index) => {
      if (index % 2 === 1) {
        follow(open, part);
        return part;
      }
      return part.trim() === "" ? "" : textBlocks(part, leaves.test(open.at(-1) ?? ""));
    })
    .join("");
}

/** Keeps the names of the block elements that are open; `<pre>` comes as a whole. */
function follow(open: string[], tag: string): void {
  const name = /^<\/?([a-z0-9]+)/i.exec(tag)?.[1]?.toLowerCase() ?? "";
  if (name === "pre" || name === "hr" || name === "col") return;
  if (!tag.startsWith("</")) open.push(name);
  else if (open.includes(name)) open.length = open.lastIndexOf(name);
}

function textBlocks(text: string, inLeaf: boolean): string {
  const parts = text.split(/\n[^\S\n]*\n\s*/).filter((part) => part.trim() !== "");
  const lines = parts.map((part) => part.trim().replace(/(?<!<br\s*\/?>)[^\S\n]*\n[^\S\n]*/gi, "<br>"));
  if (inLeaf && lines.length === 1) return lines.join("");
  return lines.map((line) => (/^<!--[^]*-->$/.test(line) ? line : `<p>${line}</p>`)).join("\n");
}
