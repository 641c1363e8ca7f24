import { describe, expect, it } from "vitest";
import { readTarget } from "../../src/dev/request-target.ts";

describe("a request target", () => {
  it.each([
    ["/", "/", ""],
    ["/a/b.html", "/a/b.html", ""],
    ["/tags/%E6%B3%A8%E6%84%8F%E5%8A%9B/", "/tags/注意力/", ""],
    ["/x?.svg", "/x", "?.svg"],
    ["/x?import&raw??", "/x", "?import&raw??"],
    ["/x?a=%2e%2e/%2f", "/x", "?a=%2e%2e/%2f"],
    ["/%252e%252e/x", "/%2e%2e/x", ""],
    ["/%25252f", "/%252f", ""],
    ["/.env", "/.env", ""],
    ["/...", "/...", ""],
    ["/C:/x", "/C:/x", ""],
  ])("%s is the path %s", (target, path, query) => {
    expect(readTarget(target)).toEqual({ ok: true, path, query });
  });

  it.each(
    [
      ["", "*", "x", "http://host/x", "//host/x", "///x"],
      ["/../x", "/x/..", "/%2e%2e/x", "/%2E./x", "/x/.", "/x/./../y", "/a//b"],
      ["/..%2fx", "/x%2Fy", "/..%5cx", "/..\\x", "/\\\\host\\x", "/%5c"],
      ["/%00", "/x%00.html", "/%0d%0aset-cookie:x", "/%7f", "/x y", "/x\t", "/é", "/x#y", "/%c2%85"],
      ["/%c0%ae", "/%e0%80%ae", "/%ff", "/%u002e", "/%", "/%2", "/%zz", "/%ed%a0%80"],
    ].flat(),
  )("%j is refused", (target) => {
    expect(readTarget(target)).toEqual({ ok: false, status: 400 });
  });

  it("is refused beyond 8 KB", () => {
    expect(readTarget(`/${"x".repeat(8191)}`)).toMatchObject({ ok: true });
    expect(readTarget(`/${"x".repeat(8192)}`)).toEqual({ ok: false, status: 414 });
  });
});
