import { describe, expect, it } from "vitest";
import { parseBody } from "../parse-post.ts";

/** The place of the first mark that is not read, and the last signs of each paragraph. */
function read(body: string) {
  const { post, diagnostics } = parseBody(body);
  const ends = [...post.body.matchAll(/<p[^>]*>(.*?)<\/p>/gs)].map(([, text = ""]) => text.slice(-70));
  return { ends, reported: diagnostics.map(({ code, span }) => `${code} ${span?.start.line}:${span?.start.column}`) };
}

describe("marks behind thousands in one paragraph", () => {
  it("are text, which is said once, and the next paragraph is read again", () => {
    const { ends, reported } = read(`${"*a* ".repeat(1001)}[b](/c) &amp; \`d\`\n\n*e*`);
    expect(ends[0]).toMatch(/<em>a<\/em> \*a\* \[b\]\(\/c\) &#x26; `d`$/);
    expect(ends[1]).toBe("<em>e</em>");
    expect(reported).toEqual(["markdown/too-many-marks 5:4001"]);
  });

  it("are none in a list or table of thousands of items", () => {
    expect(read("- [b](/c)\n".repeat(1050)).reported).toEqual([]);
    expect(read(`|a|b|\n|-|-|\n${"|*a*|`b`|\n".repeat(525)}`).reported).toEqual([]);
  });

  it("come sooner after `<`, whose end is searched for", () => {
    expect(read(`${"a <b ".repeat(501)}*c*`)).toMatchObject({
      ends: [expect.stringMatching(/&#x3C;b \*c\*$/)],
      reported: ["markdown/too-many-marks 5:2503"],
    });
  });

  it("are counted apart from words, among which addresses are found to the end", () => {
    const { ends, reported } = read(`${"a ".repeat(2001)}http://example.org *b*`);
    expect(ends[0]).toMatch(/>http:\/\/example.org<\/a> <em>b<\/em>$/);
    expect(reported).toEqual([]);
  });

  it("leave the formulas behind them as they are", () => {
    const { post } = parseBody(`${"]".repeat(2500)} $x$`);
    expect(post.formulas.map(({ tex }) => tex)).toEqual(["x"]);
  });
});
