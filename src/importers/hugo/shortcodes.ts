import { escapeHtml } from "../../text/escape.ts";
import { argumentOf, fenced, type TagTable } from "../markdown/template-tags.ts";

/** Hugo's own shortcodes, and those of common themes for mathematics, as Markdown. */
export function shortcodes(addressOf: (name: string) => string | undefined): TagTable {
  return ({ name, args, inner }) => {
    switch (name) {
      case "figure":
        return figure(args);
      case "ref":
      case "relref": {
        const [target = "", fragment = ""] = (args[0] ?? "").split(/(?=#)/);
        const address = target === "" ? "" : addressOf(target);
        return address === undefined ? undefined : address + fragment;
      }
      case "highlight":
        return inner === undefined ? undefined : fenced(inner, args[0] ?? "");
      case "math":
      case "katex":
      case "mathjax":
        return inner === undefined ? undefined : formula(inner);
      case "raw":
      case "rawhtml":
        return inner;
      default:
        return undefined;
    }
  };
}

function figure(args: readonly string[]): string | undefined {
  const source = argumentOf(args, "src");
  if (source === undefined) return undefined;
  const caption = argumentOf(args, "caption") ?? argumentOf(args, "title");
  const alt = argumentOf(args, "alt") ?? caption ?? "";
  const picture = `<img src="${escapeHtml(source)}" alt="${escapeHtml(alt)}">`;
  if (caption === undefined) return `<figure>\n${picture}\n</figure>`;
  return `<figure>\n${picture}\n<figcaption>${escapeHtml(caption)}</figcaption>\n</figure>`;
}

/** Some themes want delimiters inside of the shortcode, some do not. */
function formula(inner: string): string {
  const tex = inner.trim();
  if (/^(?:\$|\\\(|\\\[|\\begin\{)/.test(tex)) return tex;
  return inner.includes("\n") ? `$$\n${tex}\n$$` : `$${tex}$`;
}
