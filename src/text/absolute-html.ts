import type { Html } from "../model/brand.ts";

const tag = /<[a-z][a-z0-9-]*(?:\s+[^\s=>"]+(?:="[^"]*")?)*\s*\/?>/gi;
const address = /( (?:href|src))="([^"]*)"/g;

/**
 * Markup for programs that read it away from its page: addresses are absolute, and the links at headings, which only
 * work on a page, are gone.
 *
 * @param page absolute address of the page
 */
export function absoluteHtml(html: Html, page: string): Html {
  return html
    .replace(/<a [^>]*class="anchor"[^>]*><\/a>/g, "")
    .replace(tag, (one) =>
      one.replace(address, (_all, name: string, value: string) => `${name}="${absolute(value, page)}"`),
    ) as Html;
}

/** The value is escaped, and `&amp;` is the only reference that addresses need, so it stays as it is. */
function absolute(value: string, page: string): string {
  const { origin } = new URL(page);
  if (/^[a-z][a-z0-9+.-]*:/i.test(value)) return value;
  if (value.startsWith("//")) return `https:${value}`;
  if (value.startsWith("/")) return origin + value;
  if (value.startsWith("#")) return page + value;
  const segments = page.slice(origin.length + 1).split("/");
  segments.pop();
  for (const part of value.split("/")) {
    if (part === "..") segments.pop();
    else if (part !== ".") segments.push(part);
  }
  return `${origin}/${segments.join("/")}`;
}
