import { expect, it } from "vitest";
import { parseBody } from "../parse-post.ts";

it("notes speak the language of the site", () => {
  const { post } = parseBody("One[^a], two[^b], and the first again[^a].\n\n[^a]: A.\n\n[^b]: B.", {
    config: { language: "en" },
  });
  for (const words of ["Notes", "Note 2", "Back to the text (note 1)", "Back to the text (note 1, place 2)"])
    expect(post.body).toContain(words);
});
