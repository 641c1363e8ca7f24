import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { xml } from "../../src/text/xml.ts";

/** Text of the root element, as a parser reads it. */
function textOf(document: string): string {
  let text = "";
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("text", (part) => {
    text += part;
  });
  parser.write(document).close();
  return text;
}

describe("xml", () => {
  it("escapes texts and takes XML as it is", () => {
    const inner = [xml`<b>${"<1>"}</b>`, xml`<c/>`];
    expect(xml`<a x="${'"&'}">${inner}${xml`<d/>`}${2}</a>`.xml).toBe(
      '<a x="&quot;&amp;"><b>&lt;1&gt;</b><c/><d/>2</a>',
    );
  });

  it("leaves out what XML 1.0 forbids", () => {
    expect(xml`<a>${"\u0000甲\u0008\u000b\u001f\ufffe\uffff\ud800乙\t\n😀"}</a>`.xml).toBe("<a>甲乙\t\n😀</a>");
  });

  it("any text comes back from a parser but for forbidden characters and carriage returns", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        // oxlint-disable-next-line no-control-regex -- these characters are the subject
        const expected = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, "");
        expect(textOf(xml`<a>${text}</a>`.xml)).toBe(expected.replace(/\r\n?/g, "\n"));
      }),
    );
  });
});
