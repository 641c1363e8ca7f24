import type { Element, ElementContent, Root } from "hast";
import { toXast } from "hast-util-to-xast";
import { h } from "hastscript";
import { toXml } from "xast-util-to-xml";

export interface XhtmlHead {
  readonly title: string;
  readonly language: string;
  /** Address of the stylesheet. */
  readonly styles: string;
}

/** What XML 1.0 cannot hold. */
// oxlint-disable-next-line no-control-regex -- these characters are the subject
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** A page of a book as XHTML. */
export function toXhtml(body: readonly ElementContent[], { title, language, styles }: XhtmlHead): string {
  const page: Root = {
    type: "root",
    children: [
      h(
        "html",
        {
          xmlns: "http://www.w3.org/1999/xhtml",
          "xmlns:epub": "http://www.idpf.org/2007/ops",
          lang: language,
          "xml:lang": language,
        },
        [
          h("head", [
            h("meta", { charset: "utf-8" }),
            h("title", title),
            h("link", { rel: "stylesheet", type: "text/css", href: styles }),
          ]),
          h("body", [...body]),
        ],
      ),
    ],
  };
  return `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n${toXmlText(page)}\n`;
}

/** A tree as XML, without the characters that XML forbids. */
export function toXmlText(tree: Root | Element): string {
  return toXml(toXast(tree), { closeEmptyElements: true }).replace(forbidden, "");
}
