import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { escapeHtml } from "../../text/escape.ts";
import { convert, type Converted } from "../html/convert.ts";
import { cutFormulas } from "../html/cut-formulas.ts";
import { openHoles } from "../html/holes.ts";
import { ownAddresses } from "../html/own-addresses.ts";
import { paragraphs } from "../html/paragraphs.ts";

export interface WordpressBody extends Converted {
  /** Shortcodes that stay as text. */
  readonly shortcodes: readonly string[];
}

/** Turns the source of a post or comment, which WordPress makes into HTML whenever it shows it, into Markdown. */
export function readBody(source: string, siteUrl: string): WordpressBody {
  const holes = openHoles();
  const withDollars = mathDelimiters(source.replace(/<!--\s*\/?wp:[^]*?-->\n?/g, ""));
  const { html, unknown } = replaceShortcodes(ownAddresses(withDollars, siteUrl));
  const cut = cutFormulas(html, holes, { brackets: true });
  const tree = unified().use(rehypeParse, { fragment: true }).parse(paragraphs(cut));
  return { ...convert(tree.children, holes), shortcodes: unknown };
}

/** `$latex x&s=2$` and `[latex]x[/latex]`; size and colours of the picture that was made of them mean nothing here. */
function mathDelimiters(source: string): string {
  return source
    .replace(
      /\$latex[ \n]([^$]+?)(?:\s*&(?:amp;|#0?38;)?(?:s|fg|bg)=[-\w]+)*\s*\$/g,
      (_all, tex: string) => `$${tex.trim()}$`,
    )
    .replace(
      /\[(latex|math|tex|katex)(?:\s+(display="?true"?|[^\]]*))?\]([^]*?)\[\/\1\]/g,
      (_all, _name, mode: string | undefined, tex: string) =>
        mode?.startsWith("display") === true ? `$$${tex}$$` : `$${tex.trim()}$`,
    );
}

const caption = /\[(?:wp_)?caption([^\]]*)\]([^]*?)\[\/(?:wp_)?caption\]/g;
const code =
  /\[(code|sourcecode|python|java|cpp|bash|r)((?:\s+\w+=(?:"[^"]*"|'[^']*'|[^\s\]]+))*)\s*\]([^]*?)\[\/\1\]/g;
const embed = /\[embed[^\]]*\]([^]*?)\[\/embed\]/g;
/** Names that cannot be a citation such as `[1]`, or words with attributes. */
const anyShortcode =
  /\[\/?(?:gallery|audio|video|playlist|toc|contact-form[\w-]*)\b[^\]]*\]|\[[a-z][\w-]*(?:\s+[\w-]+=(?:"[^"]*"|'[^']*'|[^\s\]"']+))+\s*\/?\]/g;

function replaceShortcodes(source: string): { readonly html: string; readonly unknown: readonly string[] } {
  const html = source
    .replace(caption, (_all, attributes: string, inner: string) => {
      const picture = /^\s*(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i.exec(inner)?.[0] ?? "";
      const text = /\bcaption="([^"]*)"/.exec(attributes)?.[1] ?? inner.slice(picture.length);
      return `\n\n<figure>${picture}<figcaption>${text.trim()}</figcaption></figure>\n\n`;
    })
    .replace(code, (_all, name: string, attributes: string, inner: string) => {
      const language = /lang(?:uage)?=["']?([\w+#-]+)/.exec(attributes)?.[1] ?? (name.endsWith("code") ? "" : name);
      const text = inner.replace(/^\n|\n$/g, "");
      const isEscaped = /&(?:lt|gt|amp|quot|#\d+);/.test(text);
      return `\n\n<pre><code class="language-${escapeHtml(language)}">${isEscaped ? text : escapeHtml(text)}</code></pre>\n\n`;
    })
    .replace(
      embed,
      (_all, address: string) => `<a href="${escapeHtml(address.trim())}">${escapeHtml(address.trim())}</a>`,
    );
  return { html, unknown: [...html.matchAll(anyShortcode)].map(([found]) => found.replace(/\s+/g, " ")) };
}
