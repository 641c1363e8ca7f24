import { describe, expect, it } from "vitest";
import { bundleStyles } from "../../src/assets/styles.ts";
import { sha256 } from "../../src/host/hash.ts";

const katexCss =
  '@font-face{font-family:KaTeX_Main;src:url(fonts/KaTeX_Main-Regular.woff2) format("woff2"),url(fonts/KaTeX_Main-Regular.ttf)}' +
  '@font-face{font-family:KaTeX_AMS;src:url(fonts/KaTeX_AMS-Regular.woff2) format("woff2")}.katex{color:red}';

function bundle(fonts: Readonly<Record<string, string>>) {
  const katexFonts = new Map(Object.entries(fonts).map(([name, body]) => [name, Buffer.from(body)] as const));
  const { files, links } = bundleStyles(
    { katexCss, katexFonts, screen: ["a{}"], print: ["b{}"], scripts: new Map([["copy-tex", "c()"]]) },
    "/x/",
    sha256,
  );
  return { css: String(files[0]?.body), paths: files.map(({ path }) => path as string), links };
}

describe("a script of pages", () => {
  it("has a name with the hash of its content, below the base path", () => {
    const { paths, links } = bundle({});
    const path = paths.find((one) => one.endsWith(".js"));
    expect(path).toMatch(/^assets\/copy-tex\.[0-9a-f]{10}\.js$/);
    expect(links.scripts).toEqual([`/x/${path}`]);
  });
});

describe("the stylesheet of a site", () => {
  it("names the fonts that are shipped, as woff2 under a name with the hash of their content, and no other", () => {
    const { css, paths } = bundle({ "KaTeX_Main-Regular": "1" });
    const file = paths.find((path) => path.endsWith(".woff2"));
    expect(file).toMatch(/^assets\/fonts\/KaTeX_Main-Regular\.[0-9a-f]{10}\.woff2$/);
    expect(css).toBe(
      `@font-face{font-family:KaTeX_Main;src:url(${file?.replace("assets/", "")}) format("woff2")}.katex{color:red}\na{}`,
    );
  });

  it("has another name if a font has another content", () => {
    const [one, two] = [bundle({ "KaTeX_Main-Regular": "1" }), bundle({ "KaTeX_Main-Regular": "2" })];
    expect(one.links.styles[0]).not.toEqual(two.links.styles[0]);
    expect(one.links.styles[1]).toEqual(two.links.styles[1]);
  });

  it("is accompanied by the addresses of the fonts, so that a page can ask for its own before it is laid out", () => {
    const { links, paths } = bundle({ "KaTeX_AMS-Regular": "1", "KaTeX_Main-Regular": "2" });
    expect(Object.keys(links.fonts)).toEqual(["KaTeX_AMS-Regular", "KaTeX_Main-Regular"]);
    expect(Object.values(links.fonts)).toEqual(
      paths.filter((path) => path.endsWith(".woff2")).map((path) => `/x/${path}`),
    );
  });
});
