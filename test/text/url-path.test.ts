import { describe, expect, it } from "vitest";
import fc from "fast-check";
import type { UrlPath } from "../../src/model/brand.ts";
import { toOutPath, toUrlPath } from "../../src/text/url-path.ts";
import { anyText } from "./any-text.ts";

describe("toUrlPath and toOutPath", () => {
  it.each([
    ["/", "/", "index.html"],
    ["", "/", "index.html"],
    ["/archives/42/", "/archives/42/", "archives/42/index.html"],
    ["/archives/42", "/archives/42/", "archives/42/index.html"],
    ["/404.html", "/404.html", "404.html"],
    ["/404.html/", "/404.html/", "404.html/index.html"],
    ["/feed.xml", "/feed.xml", "feed.xml"],
    ["/v0.2", "/v0.2/", "v0.2/index.html"],
    ["/tags/算 筹/", "/tags/%E7%AE%97%20%E7%AD%B9/", "tags/算 筹/index.html"],
    ["/a+b,c;d=e@f:g!$&'()*", "/a+b,c;d=e@f:g!$&'()*/", "a+b,c;d=e@f:g!$&'()*/index.html"],
    ["/100%/", "/100%25/", "100%/index.html"],
    ["/a?b#c/", "/a%3Fb%23c/", "a?b#c/index.html"],
    ["/a\\b/", "/a%5Cb/", "a\\b/index.html"],
    ["//a/./b/../c/", "/a/b/c/", "a/b/c/index.html"],
    ["/\ud800/", "/%EF%BF%BD/", "\ufffd/index.html"],
  ])("of %j are %j and %j", (path, url, out) => {
    expect(toUrlPath(path)).toBe(url);
    expect(toOutPath(toUrlPath(path))).toBe(out);
  });

  it("reads percent-encoding in lower case", () => {
    expect(toOutPath("/%e7%ae%97/" as UrlPath)).toBe("算/index.html");
  });

  it("stays in the site and is a URL's path as it is, for any path", () => {
    fc.assert(
      fc.property(anyText(40), (path) => {
        const url = toUrlPath(path);
        expect(new URL(url, "https://example.org").pathname).toBe(url);
        expect(`/${toOutPath(url)}`).not.toMatch(/\/\.{0,2}\//);
      }),
    );
  });
});
