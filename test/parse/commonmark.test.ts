import { createRequire } from "node:module";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { parseMarkdown } from "../../src/parse/math-syntax/parse-markdown.ts";

interface Example {
  readonly markdown: string;
  readonly html: string;
  readonly section: string;
  readonly number: number;
}

/** The examples of the specification, 0.31.2. It prints tabs as arrows. */
const { tests } = createRequire(import.meta.url)("commonmark-spec") as { readonly tests: readonly Example[] };
const examples = tests.map((one) => ({ ...one, markdown: tabs(one.markdown), html: oneForm(tabs(one.html)) }));
const sections = [...new Set(examples.map(({ section }) => section))];

function tabs(text: string): string {
  return text.replaceAll("→", "\t");
}

/** `"` and `>` may be written as references in text or as they are. */
function oneForm(html: string): string {
  return html.replaceAll("&quot;", '"').replaceAll("&gt;", ">");
}

const printer = unified()
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, {
    allowDangerousHtml: true,
    allowDangerousCharacters: true,
    closeSelfClosing: true,
    characterReferences: { useNamedReferences: true },
  })
  .freeze();

function toHtml(markdown: string, math: boolean): string {
  const { tree } = parseMarkdown(markdown, { math, gfm: false, cjk: false });
  const html = printer.stringify(printer.runSync(tree));
  return oneForm(html === "" || html.endsWith("\n") ? html : `${html}\n`);
}

describe("CommonMark 0.31.2", () => {
  it("has 652 examples", () => {
    expect(examples).toHaveLength(652);
  });

  describe.each([
    ["without formulas", false],
    ["with formulas, which no example holds", true],
  ])("%s", (_name, math) => {
    it.each(sections)("%s", (name) => {
      for (const { section, number, markdown, html } of examples) {
        if (section === name) expect(toHtml(markdown, math), `example ${number}`).toBe(html);
      }
    });
  });
});
