import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readCases } from "../../support/cases.ts";
import { parseBody, readable } from "../parse-post.ts";

const folder = new URL("../../cases/markdown/", import.meta.url);
const pictures = {
  "images/wide.png": { width: 640, height: 360 },
  "posts/2024/beside.svg": { width: 40, height: 30 },
  "images/broken.png": "unknown",
} as const;

/** What an example shows: the body, or what its fence asks for. */
function shown(input: string, info: readonly string[]): string {
  const { post } = parseBody(input, {
    path: "posts/2024/a.md",
    pictures,
    config: { oldHosts: ["old.example"], excerptLength: 20 },
  });
  const words = () => JSON.stringify(post.words);
  const toc = () => post.toc.map(({ depth, id, title }) => `${depth} #${id} ${readable(title, post)}`).join("\n");
  const excerpt = () => `${readable(post.excerpt, post)}\n${post.excerptIsCut ? "(cut)" : "(whole)"}`;
  if (info.includes("words")) return words();
  if (info.includes("toc")) return toc();
  if (info.includes("excerpt")) return excerpt();
  return readable(post.body, post);
}

describe.each(readdirSync(folder).sort())("%s", (document) => {
  for (const { name, input, expected, info } of readCases(new URL(document, folder))) {
    test(name, () => {
      expect(shown(input, info)).toBe(expected);
    });
  }
});
