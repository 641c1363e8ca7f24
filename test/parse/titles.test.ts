import type { Root } from "hast";
import { describe, expect, it } from "vitest";
import { holeTitles } from "../../src/parse/markdown/titles.ts";

const paragraph = (value: string, from?: number): Root => {
  const point = (offset: number) => ({ line: 1, column: offset + 1, offset });
  const position = from === undefined ? {} : { position: { start: point(from), end: point(from + value.length) } };
  return {
    type: "root",
    children: [{ type: "element", tagName: "p", properties: {}, children: [{ type: "text", value, ...position }] }],
  };
};

describe("the place of a title in the file", () => {
  it.each([
    ["is found behind other signs", paragraph("《甲》《乙》", 2), "> 《甲》《乙》", [3, 6]],
    ["is unknown for a text that the program has made", paragraph("《甲》"), "《甲》", [undefined]],
    ["is unknown for a sign that is written as a reference", paragraph("《甲》", 0), "&#x300A;甲》", [undefined]],
  ])("%s", (_name, root, source, columns) => {
    expect(holeTitles(root, source, String).map(({ span }) => span?.start.column)).toEqual(columns);
  });
});
