import { describe, expect, it } from "vitest";
import { contentType } from "../../src/dev/content-type.ts";
import { lookUp, outputOf } from "../../src/dev/lookup.ts";
import { injectScript } from "../../src/dev/reload-script.ts";
import { isOwnHost, isOwnOrigin } from "../../src/dev/same-origin.ts";

const files = new Map(
  ["index.html", "404.html", "a/index.html", "b.html", "标签/甲/index.html", ".well-known/x", "%2e/index.html"].map(
    (path) => [path, path],
  ),
);
const at = async (path: string, base = "/", query = "") => {
  const found = await lookUp(path, query, outputOf(files, base));
  return found.kind === "file"
    ? `${found.status} ${found.path}`
    : found.kind === "redirect"
      ? `302 ${found.location}`
      : "nothing";
};

describe("looking up", () => {
  it.each([
    ["/", "200 index.html"],
    ["/a/", "200 a/index.html"],
    ["/a", "302 /a/"],
    ["/a/index.html", "200 a/index.html"],
    ["/b.html", "200 b.html"],
    ["/b", "404 404.html"],
    ["/b.html/", "404 404.html"],
    ["/标签/甲", "302 /%E6%A0%87%E7%AD%BE/%E7%94%B2/"],
    ["/%2e", "302 /%252e/"],
    ["/constructor", "404 404.html"],
  ])("%s gives %s", async (path, expected) => {
    expect(await at(path)).toBe(expected);
  });

  it.each([
    ["/", "302 /blog/"],
    ["/blog", "302 /blog/"],
    ["/blog/", "200 index.html"],
    ["/blog/a", "302 /blog/a/"],
    ["/a/", "404 404.html"],
    ["/blogger/a/", "404 404.html"],
  ])("%s below /blog/ gives %s", async (path, expected) => {
    expect(await at(path, "/blog/")).toBe(expected);
  });

  it("keeps the query in a redirect, and finds nothing without a 404 page", async () => {
    expect(await at("/a", "/", "?q=1")).toBe("302 /a/?q=1");
    expect(await lookUp("/x", "", outputOf(new Map(), "/"))).toEqual({ kind: "nothing" });
  });
});

describe("hosts and origins", () => {
  it.each(["localhost", "localhost:4321", "LOCALHOST:1", "127.0.0.1:80", "[::1]", "[::1]:4321"])(
    "%s is this machine",
    (host) => {
      expect(isOwnHost(host)).toBe(true);
    },
  );

  it.each([
    undefined,
    "",
    "evil.example",
    "localhost.evil.example",
    "127.0.0.1.evil.example:80",
    "localhost@evil",
    "localhost:4321:1",
    "localhost:",
    "localhost:x",
    "127.1",
    "0.0.0.0",
    "[::]",
    "::1",
    "localhost, evil",
    "localhost.",
  ])("%j is not", (host) => {
    expect(isOwnHost(host)).toBe(false);
  });

  it("match exactly", () => {
    expect(isOwnOrigin(undefined, "localhost:1")).toBe(true);
    expect(isOwnOrigin("http://localhost:1", "localhost:1")).toBe(true);
    for (const origin of [
      "null",
      "",
      "http://localhost:2",
      "https://localhost:1",
      "http://127.0.0.1:1",
      "http://localhost:1.evil",
      "http://evil",
    ]) {
      expect(isOwnOrigin(origin, "localhost:1"), origin).toBe(false);
    }
  });
});

describe("the reload script", () => {
  const tag = '<script src="/__suanjing/reload.js" data-build="7"></script>';
  it("stands before the last end of the body, or at the end", () => {
    expect(injectScript("<body>&lt;/body><pre></body></pre></BODY></html>", "7")).toBe(
      `<body>&lt;/body><pre></body></pre>${tag}</BODY></html>`,
    );
    expect(injectScript("<p>x", "7")).toBe(`<p>x${tag}`);
  });
});

it("types follow extensions", () => {
  expect(
    ["a.html", "a/b.CSS", "x.woff2", "x.svg", "x.unknown", "README", "a.b/c", "x.constructor"].map(contentType),
  ).toEqual([
    "text/html; charset=utf-8",
    "text/css; charset=utf-8",
    "font/woff2",
    "image/svg+xml",
    ...Array.from({ length: 4 }, () => "application/octet-stream"),
  ]);
});
