import { expect, it } from "vitest";
import type { Html } from "../../src/model/brand.ts";
import { absoluteHtml } from "../../src/text/absolute-html.ts";

it.each([
  ['<a href="#注">注</a>', '<a href="https://example.org/archives/42/#注">注</a>'],
  ['<a href="/tags/?a=1&amp;b=2">标签</a>', '<a href="https://example.org/tags/?a=1&amp;b=2">标签</a>'],
  ['<img alt="a>b" src="图.png">', '<img alt="a>b" src="https://example.org/archives/42/图.png">'],
  ['<img src="./a/../../b.png" loading="lazy">', '<img src="https://example.org/archives/b.png" loading="lazy">'],
  ['<a href="//example.com/">外</a>', '<a href="https://example.com/">外</a>'],
  ['<a href="mailto:a@example.org">信</a>', '<a href="mailto:a@example.org">信</a>'],
  ['<h2>节<a href="#节" class="anchor" aria-hidden="true" tabindex="-1"></a></h2>', "<h2>节</h2>"],
  ['<p>写作 &#x3C;a href="#x"> 即可</p>', '<p>写作 &#x3C;a href="#x"> 即可</p>'],
])("absoluteHtml: %s", (html, expected) => {
  expect(absoluteHtml(html as Html, "https://example.org/archives/42/")).toBe(expected);
});

it("absoluteHtml resolves beside a page that is a file", () => {
  expect(absoluteHtml('<img src="b.png">' as Html, "https://example.org/p/42.html")).toBe(
    '<img src="https://example.org/p/b.png">',
  );
});
