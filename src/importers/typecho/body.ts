import rehypeParse from "rehype-parse";
import { unified } from "unified";
import type { Before } from "../../model/imported.ts";
import { convert } from "../html/convert.ts";
import { cutFormulas } from "../html/cut-formulas.ts";
import { openHoles } from "../html/holes.ts";
import { hostPattern, ownAddresses } from "../html/own-addresses.ts";
import { paragraphs } from "../html/paragraphs.ts";
import { beforeOf } from "../markdown/before.ts";
import { doubledBrackets } from "../markdown/math-dialects.ts";
import { fromHyperDown, halveEnvironments } from "./hyperdown/from-hyperdown.ts";

export interface TypechoBody {
  readonly markdown: string;
  readonly before: Before;
  /** What Markdown cannot say, each with the reason. */
  readonly leftOut: readonly string[];
}

const sign = "<!--markdown-->";

/** The text of a post: Markdown if it begins with the sign of it, else HTML with Typecho's paragraphs. */
export function readBody(source: string, siteUrl: string): TypechoBody {
  const text = source.replace(/\r\n?/g, "\n");
  return text.startsWith(sign) ? readMarkdown(text.slice(sign.length), siteUrl) : readHtml(text, siteUrl);
}

/** Markdown as HyperDown, Typecho's own parser, shows it. */
export function readMarkdown(text: string, siteUrl: string): TypechoBody {
  const host = hostPattern(siteUrl);
  const own = host === undefined ? text : text.replace(new RegExp(`(\\]\\(\\s*)https?://${host}(?=/)`, "gi"), "$1");
  const source = halveEnvironments(doubledBrackets(ownAddresses(own, siteUrl)));
  const { markdown, leftOut } = fromHyperDown(source);
  return { markdown: markdown.trim(), before: beforeOf(source.trim()), leftOut };
}

/** HTML as Typecho's AutoP shows it, which makes `<br />` of the line ends of formulas too. */
export function readHtml(text: string, siteUrl: string): TypechoBody {
  const holes = openHoles();
  const cut = cutFormulas(ownAddresses(text, siteUrl), holes, { brackets: true });
  const tree = unified().use(rehypeParse, { fragment: true }).parse(paragraphs(cut));
  const { markdown, before, removed } = convert(tree.children, holes);
  return { markdown, before, leftOut: removed.map(({ message }) => message) };
}
