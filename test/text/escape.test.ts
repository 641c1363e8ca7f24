import { expect, it } from "vitest";
import fc from "fast-check";
import { escapeHtml } from "../../src/text/escape.ts";
import { anyText } from "./any-text.ts";

it("replaces the five characters that mean something in markup", () => {
  expect(escapeHtml(`若 a<b && c>"d"，则 'e'`)).toBe("若 a&lt;b &amp;&amp; c&gt;&quot;d&quot;，则 &#39;e&#39;");
});

it("escapes what is already escaped once more", () => {
  expect(escapeHtml("&lt;")).toBe("&amp;lt;");
});

it("can be undone", () => {
  const undo = (html: string) =>
    html
      .replaceAll("&#39;", "'")
      .replaceAll("&quot;", '"')
      .replaceAll("&gt;", ">")
      .replaceAll("&lt;", "<")
      .replaceAll("&amp;", "&");
  fc.assert(fc.property(anyText(40), (text) => undo(escapeHtml(text)) === text));
});
