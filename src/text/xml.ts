import type { Xml } from "../model/brand.ts";

/** What XML 1.0 cannot hold, not even as a reference. */
// oxlint-disable-next-line no-control-regex -- these characters are the subject
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

type Value = string | number | { readonly xml: Xml } | readonly { readonly xml: Xml }[];

/**
 * XML from a template: texts are escaped for content and for attributes in double quotes, and lose the characters that
 * XML 1.0 forbids; other results of this function, alone or in a list, go in as they are.
 */
export function xml(parts: TemplateStringsArray, ...values: readonly Value[]): { readonly xml: Xml } {
  const text = parts.map((part, index) => part + printed(values[index] ?? "")).join("");
  return { xml: text as Xml };
}

function printed(value: Value): string {
  if (typeof value === "object") return "xml" in value ? value.xml : value.map((one) => one.xml).join("");
  return String(value)
    .replace(forbidden, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
