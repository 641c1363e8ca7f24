import { describe, expect, it } from "vitest";
import type { FallbackResult } from "../../../src/model/ports.ts";
import { texMathjax } from "../../../src/host/tex-mathjax.ts";

const mathjax = texMathjax();

async function open(macros: Readonly<Record<string, string>> = {}) {
  if (!mathjax) throw new Error("@mathjax/src is not installed");
  return mathjax.open(macros);
}

async function render(tex: string, display = false): Promise<FallbackResult> {
  return (await open()).render({ tex, display, source: tex });
}

async function htmlOf(tex: string, display = false): Promise<string> {
  const result = await render(tex, display);
  return result.ok ? result.html : `failed: ${result.message}`;
}

describe("the second renderer", () => {
  it.each([
    ["\\bbox[5px,border:2px solid red]{x}", "<polygon"],
    ["\\enclose{circle}{x}", "<ellipse"],
    ["\\Rule{1em}{2em}{1em}", "<rect"],
    ["\\begin{prooftree}\\AxiomC{$A$}\\UnaryInfC{$B$}\\end{prooftree}", "<mtable"],
    ["\\begin{empheq}[left=L\\Rightarrow]{align*}a\\\\b\\end{empheq}", "<mtable"],
    ["\\text{中文}", ">中文</text>"],
    ["\\color{red}{x} y", 'fill="red"'],
    ["\\mathbb{R}\\mathscr{L}\\mathfrak{g}", "<path"],
  ])("draws %s", async (tex, part) => {
    expect(await htmlOf(tex, true)).toContain(part);
  });

  it("gives the structure of KaTeX: MathML with the author's TeX beside a drawing that is hidden from it", async () => {
    const session = await open();
    const result = await session.render({ tex: "\\enclose{circle}{x}", display: true, source: "a<b \\label{c}" });
    expect(result.ok && result.html.replace(/<svg[^]*<\/svg>/, "<svg/>")).toBe(
      '<span class="katex-display"><span class="katex"><span class="katex-mathml">' +
        '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><semantics><mrow>' +
        '<menclose notation="circle"><mi>x</mi></menclose></mrow>' +
        '<annotation encoding="application/x-tex">a&lt;b \\label{c}</annotation></semantics></math></span>' +
        '<span class="katex-html" aria-hidden="true"><svg/></span></span></span>',
    );
  });

  it("is self-contained and holds no notes of MathJax", async () => {
    const html = await htmlOf('\\enclose{circle}{\\text{a data-b="c"}}');
    expect(html).not.toMatch(/<[^>]* (?:data-|href|id=|class="MathJax)|<use|mjx-/);
    expect(html).toContain("<mtext>a data-b=&quot;c&quot;</mtext>");
  });

  it.each(["\\nosuchcommand", "x^2^3", "\\left( a", "\\begin{nosuch}a\\end{nosuch}", "{", "\\href{a}{b}", "\\qty x"])(
    "fails on %s",
    async (tex) => {
      expect(await render(tex)).toMatchObject({ ok: false });
    },
  );

  it.each(["\\bbox[position:fixed;top:0]{x}", "\\bbox[background:url(//a.b/c)]{x}"])(
    "lets no style out: %s",
    async (tex) => {
      const html = await htmlOf(tex);
      expect(html.replace(/<annotation[^]*<\/annotation>/, "")).not.toMatch(/position|url\(/);
    },
  );
});

describe("a session", () => {
  it("knows the macros that it is opened with, and those defined since", async () => {
    const session = await open({ "\\pair": "\\langle #1,#2\\rangle" });
    const request = (tex: string) => session.render({ tex, display: false, source: tex });
    expect(await request("\\pair{a}{b}")).toMatchObject({ ok: true });
    expect(await request("\\mine")).toMatchObject({ ok: false });
    session.define("\\newcommand{\\mine}{x}");
    session.define("\\newcommand{\\broken");
    expect(await request("\\mine")).toMatchObject({ ok: true });
  });

  it("shares nothing with another", async () => {
    const [first, second] = [await open(), await open()];
    first.define("\\def\\mine{x}");
    expect(await second.render({ tex: "\\mine", display: false, source: "" })).toMatchObject({ ok: false });
  });

  it("draws the same whatever was drawn before", async () => {
    const tex = "\\enclose{circle}{\\mathbb{R}\\mathscr{L}} \\bbox[red]{\\text{é①}}";
    const before = await htmlOf(tex);
    await htmlOf("\\mathfrak{abc}\\unicode{x2A00}\\enclose{circle}{y}");
    expect(await htmlOf(tex)).toBe(before);
  });
});
