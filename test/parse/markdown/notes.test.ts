import { expect, it } from "vitest";
import { parseBody } from "../parse-post.ts";

it("notes speak the language of the site", () => {
  const { post } = parseBody("One[^a], two[^b], and the first again[^a].\n\n[^a]: A.\n\n[^b]: B.", {
    config: { language: "en" },
  });
  for (const words of ["Notes", "Note 2", "Back to the text (note 1)", "Back to the text (note 1, place 2)"])
    expect(post.body).toContain(words);
});

it("a list of notes that the author wrote as HTML keeps its identifiers", () => {
  const { post } = parseBody('<section data-footnotes class="footnotes">\n<ol><li id="own">甲</li></ol>\n</section>');
  expect(post.body).toContain('id="own"');
  expect(parseBody('<section data-footnotes>\n<ol><li id="fn-own">甲</li></ol>\n</section>').post.body).toContain("甲");
});
