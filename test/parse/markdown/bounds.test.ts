import { describe, expect, it } from "vitest";
import { parseBody } from "../parse-post.ts";

const bodyOf = (markdown: string) => String(parseBody(markdown).post.body);
const depthOf = (html: string, element: string) => html.split(`<${element}`).length - 1;

describe("quotes and lists nest up to column 200", () => {
  it("marks behind it are text, and none is lost", () => {
    const html = bodyOf(`${">".repeat(1000)}甲`);
    expect(depthOf(html, "blockquote")).toBe(200);
    expect(html).toContain(`<p>${"&gt;".repeat(800).replaceAll("&gt;", "&#x3E;")}甲</p>`.replaceAll("&#x3E;", ">"));
  });

  it.each([
    ["bullets", "+ ".repeat(300)],
    ["numbers", "1. ".repeat(300)],
  ])("%s in one line too", (_name, marks) => {
    const html = bodyOf(`${marks}甲`);
    expect(html.split("<li>").length - 1).toBeLessThan(101);
    expect(html).toContain("甲");
  });

  it("an item that is indented further than that belongs to the text above it", () => {
    const lines = Array.from({ length: 150 }, (_, index) => `${"  ".repeat(index)}- 项${index}`);
    const html = bodyOf(lines.join("\n"));
    expect(depthOf(html, "li")).toBe(100);
    expect(html).toContain("项149");
  });

  it("a rule of any length is a rule, and code keeps its marks", () => {
    expect(bodyOf(`甲\n\n${"-".repeat(400)}\n\n${"* ".repeat(200)}`).match(/<hr>/g)).toHaveLength(2);
    expect(bodyOf(`\`\`\`text\n${">".repeat(300)}\n\`\`\``)).toContain(">".repeat(300));
  });
});

describe("emphasis", () => {
  it("is text in a paragraph with more than 4,000 marks; other paragraphs keep theirs", () => {
    const html = bodyOf(`${"*甲".repeat(4001)}\n\n*乙*`);
    expect(html).toContain("*甲*甲");
    expect(html).toContain("<em>乙</em>");
  });
});

it("a heading with half of a pair of surrogates has an address all the same", () => {
  const html = bodyOf("## 甲\ud800乙");
  expect(html).toContain('id="甲\u{fffd}乙"');
  expect(html).toContain(`href="#${encodeURIComponent("甲\u{fffd}乙")}"`);
});
