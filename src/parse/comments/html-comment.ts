/** A comment that was kept as HTML begins with a block. */
const block = /^\s*<(?:p|div|br|blockquote|ul|ol|pre)\b/i;
const code = /(<pre\b[^]*?<\/pre>)/i;
const paragraphTag = /<\/?(?:p|div)\b[^<>]*>/gi;
const breakTag = /<br\b[^<>]*>/gi;

/**
 * A comment kept as HTML in a form in which Markdown finds its formulas: tags of paragraphs become empty lines, `<br>`
 * an end of line. Lengths stay, so that places do. Other comments come back as they are.
 */
export function openParagraphs(text: string): string {
  if (!block.test(text)) return text;
  return text
    .split(code)
    .map((part, index) => (index % 2 === 1 ? part : opened(part)))
    .join("");
}

function opened(html: string): string {
  return html
    .replace(paragraphTag, (tag) => `${" ".repeat(tag.length - 2)}\n\n`)
    .replace(breakTag, (tag) => `\n${" ".repeat(tag.length - 1)}`);
}

const characters: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'", nbsp: " " };

/** TeX without the references to characters that older systems made of its signs: `a &lt; b`. */
export function decodeTex(tex: string): string {
  return tex.replace(/&(lt|gt|amp|quot|#39|nbsp);/g, (_all, name: string) => String(characters[name]));
}
