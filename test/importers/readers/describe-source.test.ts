import { describe, expect, it } from "vitest";
import { describeSource } from "../../../src/importers/readers/describe-source.ts";

const own = `# 各来源
- source: typecho
  label: 旧站数据库 # 页面上的名字
  asOf: 2025-12-31
`;

describe("what an import says of its source", () => {
  it("begins the file", () => {
    expect(describeSource("", { source: "nginx", robotsFiltered: true })).toBe(
      "- source: nginx\n  robotsFiltered: true\n",
    );
  });

  it("stands behind what somebody has written", () => {
    expect(describeSource(own, { source: "waline", asOf: "2026-01-01" })).toBe(
      `${own}- source: waline\n  asOf: 2026-01-01\n`,
    );
  });

  it("changes nothing but the day of a source that is there", () => {
    expect(describeSource(own, { source: "typecho", asOf: "2026-01-31", robotsFiltered: true })).toBe(
      own.replace("2025-12-31", "2026-01-31"),
    );
    expect(describeSource(own, { source: "typecho", robotsFiltered: true })).toBe(own);
    expect(describeSource(own, { source: "bylines" })).toBe(own);
  });

  it.each(["a: 1\n", "- [\n"])("is not written into a file that is no list: %j", (text) => {
    expect(describeSource(text, { source: "nginx", robotsFiltered: true })).toBeUndefined();
  });
});
