import { expect, it } from "vitest";
import { sha256 } from "../../src/host/hash.ts";
import { summarize } from "../../src/site/summarize.ts";
import { setPost } from "./set-post.ts";

it("a title is a link in lists: references in it are numbers without links, identifiers are left out", () => {
  const text =
    "---\ntitle: 关于$a\\eqref{x}+\\ref{9812#y}$\n---\n\\begin{equation}a\\label{x}\\end{equation}\n\n由\\eqref{x}、\\ref{z}知";
  const { titleHtml, description, references, labels, anchors } = summarize(setPost(text).post, sha256(""), {
    glyphs: {},
    excerptFonts: [],
  });
  expect(titleHtml).not.toMatch(/<a[ >]| id="|<x-/);
  expect(titleHtml).toContain("<mtext>(1)</mtext>");
  expect(titleHtml).toContain("??");
  expect(description).toContain("由(1)、??知");
  expect(references.map(({ label }) => label)).toEqual(["z", "y"]);
  expect(labels.map(({ label, id }) => `${label} ${id}`)).toEqual(["x eq:x"]);
  expect(anchors).toEqual(["eq:x"]);
});
