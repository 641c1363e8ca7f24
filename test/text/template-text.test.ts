import { describe, expect, it } from "vitest";
import type { Template } from "../../src/model/brand.ts";
import { templateText } from "../../src/text/fill-template.ts";

const filling = { formula: (index: number) => `f${index}<`, reference: (index: number) => `(${index})` };

describe("the text of a template", () => {
  it.each([
    ["一<b>二</b><br>三", "一二三"],
    ['<h2 id="甲<eos>乙">甲&#x3C;eos>乙</h2>文', "甲<eos>乙文"],
    ["a &#x26; b &amp;amp; &lt;c&gt; &quot;d&quot; &#39;e&#39;", "a & b &amp; <c> \"d\" 'e'"],
    ['设<x-formula n="3"></x-formula>，由<x-ref n="1"></x-ref>', "设f3<，由(1)"],
    ["&copy; 不是我们写的", "&copy; 不是我们写的"],
  ])("of %s is %s", (template, expected) => {
    expect(templateText(template as Template, filling)).toBe(expected);
  });
});
