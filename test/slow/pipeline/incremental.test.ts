import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildSite, post, rebuilder } from "../../support/site.ts";

/** Sentences in which posts speak of themselves and of others; `N` is the number of a post. */
const sentences = [
  "一句话。",
  "内有 $x^2$。",
  "\\begin{equation}\\label{eq:N}a=b\\end{equation}",
  "\\begin{equation}c=d\\end{equation}",
  "见 \\eqref{eq:N}。",
  "见《第N篇》。",
  "见[那里](/archives/N)。",
  "$\\newcommand{\\N}{n}\\N$",
  "## 第N节 $y$",
  "<!--more-->",
  "注[^1]。\n\n[^1]: 见《第N篇》。",
] as const;

const sentence = fc
  .tuple(fc.constantFrom(...sentences), fc.integer({ min: 1, max: 4 }))
  .map(([text, number]) => text.replaceAll("N", String(number)).replaceAll("\\1", "\\n"));

const onePost = fc.record({
  id: fc.integer({ min: 1, max: 4 }),
  title: fc.constantFrom("", "（改）", "（一）", "（二）"),
  day: fc.integer({ min: 1, max: 3 }),
  tag: fc.constantFrom("甲", "乙"),
  body: fc.array(sentence, { minLength: 1, maxLength: 3 }),
});

/** A state of a site: its posts by number. */
const state = fc.uniqueArray(onePost, { selector: ({ id }) => id, maxLength: 4 });
type State = typeof state extends fc.Arbitrary<infer Value> ? Value : never;

function write(posts: State): string {
  return posts
    .map(({ id, title, day, tag, body }) =>
      post(
        `posts/${id}.md`,
        `id: "${id}"\ntitle: 第${id}篇${title}\ndate: 2020-01-0${day}\ntags: [${tag}]`,
        body.join("\n\n"),
      ),
    )
    .join("");
}

describe("a build that uses the builds before it", () => {
  it("writes what a build without them writes, whatever was edited", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(state, { minLength: 2, maxLength: 4 }), async (states) => {
        const rebuild = rebuilder();
        for (const posts of states) {
          const content = write(posts);
          const [incremental, clean] = [await rebuild(content), await buildSite(content)];
          expect(Object.fromEntries(incremental.files)).toEqual(Object.fromEntries(clean.files));
          expect(incremental.reported).toEqual(clean.reported);
        }
      }),
      { numRuns: 60 },
    );
  });
});
