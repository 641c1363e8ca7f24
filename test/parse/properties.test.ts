import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseBody, parseText } from "./parse-post.ts";

const unit = fc.oneof(
  fc.constantFrom(
    ..."# 标题\n|> |- |1. |[^1]|[^1]: |**|_|`|```\n|$|$$|\\begin{equation}|\\end{equation}|\\eqref{a}|\\label{a}".split(
      "|",
    ),
    ...'<div>|</div>|<b |onclick=x>|<x-formula n="0">|<x-ref n="0"></x-ref>|x-link:0|<!--more-->|<!--|-->|<script>'.split(
      "|",
    ),
    ..."甲|乙，|“|” |\n|\n\n|  \n|    |a|1|&lt;|&|\\|](|![|)|{#eq:a}|\u0000|\ud800|\u202e|😀|| a | b |\n".split("|"),
  ),
  fc.string({ maxLength: 4 }),
);
const anyMarkdown = fc.array(unit, { maxLength: 40 }).map((parts) => parts.join(""));
const runs = { numRuns: 150 };

describe("any text as a post", () => {
  it("gives a page and diagnostics whose places lie in the text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyMarkdown,
          anyMarkdown.map((text) => `---\n${text}`),
        ),
        (text) => {
          for (const { span } of parseText(text).diagnostics) {
            if (!span) continue;
            expect(span.start.offset).toBeGreaterThanOrEqual(0);
            expect(span.end.offset).toBeLessThanOrEqual(text.length);
            expect(span.start.offset).toBeLessThanOrEqual(span.end.offset);
          }
        },
      ),
      runs,
    );
  });

  it("forges no hole: each one belongs to a formula, a reference or a link of the post", () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        const { post } = parseBody(text);
        const holes = (pattern: RegExp) => Array.from(post.body.matchAll(pattern), ([, index]) => Number(index));
        const formulas = holes(/<x-formula n="(\d+)">/g);
        expect(new Set(formulas).size).toBe(formulas.length);
        for (const index of formulas) expect(post.formulas[index]).toBeDefined();
        for (const index of holes(/<x-ref n="(\d+)">/g)) expect(post.references[index]).toBeDefined();
        for (const index of holes(/<a href="x-link:(\d+)"/g)) expect(post.links[index]).toBeDefined();
        expect(post.body.replace(/="[^"]*"/g, "")).not.toMatch(/<script|<x-more|<[^>]*\son\w+/i);
      }),
      runs,
    );
  });

  it("gives no identifier twice but where raw HTML does", () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        const ids = Array.from(parseBody(text).post.body.matchAll(/ id="([^"]*)"/g), ([, id]) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      runs,
    );
  });

  it("is plain data", () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        const outcome = parseText(text);
        expect(structuredClone(outcome)).toEqual(outcome);
      }),
      { numRuns: 40 },
    );
  });
});
