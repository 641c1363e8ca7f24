import { describe, expect, it } from "vitest";
import type { Html, SourcePath } from "../../src/model/brand.ts";
import type { FallbackRequest, TexFallback } from "../../src/model/ports.ts";
import type { SourceFile } from "../../src/model/source.ts";
import { validateConfig } from "../../src/config/validate.ts";
import { sha256 } from "../../src/host/hash.ts";
import { imagesMemory } from "../../src/host/images-memory.ts";
import { texKatex } from "../../src/host/tex-katex.ts";
import { typeset } from "../../src/math/typeset.ts";
import { parseOptions } from "../../src/parse/options.ts";
import { parse } from "../../src/parse/parse.ts";
import { setByFallback } from "../../src/pipeline/fallback.ts";

const config = validateConfig({ title: "t" });
if (!config.ok) throw new Error(config.problems.join("\n"));
const options = parseOptions(config.config);

/** A second renderer that can do everything but `\no`, and remembers what it was asked. */
function recorder() {
  const log: string[] = [];
  const requests: FallbackRequest[] = [];
  const fallback: TexFallback = {
    version: "1",
    async open(macros) {
      log.push(`open ${Object.keys(macros).join(" ")}`);
      return {
        define: (tex) => void log.push(`define ${tex}`),
        async render(request) {
          requests.push(request);
          log.push(`render ${request.tex}`);
          if (request.tex.includes("\\no")) return { ok: false, message: "no" };
          return { ok: true, html: `<svg>$&${request.display ? "D" : ""}</svg>` as Html };
        },
      };
    },
  };
  return { log, requests, fallback };
}

async function set(body: string, fallback: TexFallback | undefined) {
  const text = `---\ntitle: 题\ndate: 2024-01-01\n---\n${body}`;
  const source: SourceFile = { path: "a.md" as SourcePath, text, hash: sha256(text) };
  const parsed = parse(source, options, imagesMemory({}), () => ({}));
  if (!parsed.value) throw new Error("not a post");
  const first = typeset(parsed.value, { math: options.math, after: 0 }, texKatex);
  const { value, diagnostics } = await setByFallback(parsed.value, first, { fallback, macros: { "\\m": "x" } });
  return {
    ...value,
    html: value.post.formulas.map(({ html, failed }) => `${failed ? "failed " : ""}${html}`),
    diagnostics: diagnostics.map(
      ({ code, severity, span }) => `${severity} ${code} ${span?.start.line}:${span?.start.column}`,
    ),
  };
}

describe("a formula that the first renderer cannot set", () => {
  it("is set by the second one, with a remark at the place of the fault", async () => {
    const { log, fallback } = recorder();
    const { html, count, diagnostics } = await set("甲$a$乙$x+\\Foo$丙", fallback);
    expect(html[1]).toBe("<svg>$&</svg>");
    expect(count).toBe(1);
    expect(log).toEqual(["open \\m", "render x+\\Foo"]);
    expect(diagnostics).toEqual(["info math/fallback 5:9"]);
  });

  it("keeps its box if the second one fails too, and does not disturb the others", async () => {
    const { fallback } = recorder();
    const { html, count, diagnostics } = await set("$\\Foo$ $\\nono$ $x^2^3$", fallback);
    expect(html[0]).toBe("<svg>$&</svg>");
    expect(html[1]).toMatch(/^failed <code class="math-error"/);
    expect(html[2]).toBe("<svg>$&</svg>");
    expect(count).toBe(2);
    expect(diagnostics).toEqual([
      "info math/fallback 5:2",
      "error math/unknown-command 5:9",
      "info math/fallback 5:20",
    ]);
  });

  it("keeps its numbers, and is given without labels, tags and references", async () => {
    const { requests, fallback } = recorder();
    const { html, post } = await set(
      "\\begin{equation}a\\label{a}\\end{equation}\n\n\\begin{equation}\\Foo\\eqref{a}\\ref{b}\\label{b}\\end{equation}\n\n$$\\Foo\\tag{A}$$",
      fallback,
    );
    expect(requests).toEqual([
      {
        tex: "\\begin{equation}\\Foo\\text{(1)}\\text{2}\\end{equation}",
        display: true,
        source: "\\begin{equation}\\Foo\\eqref{a}\\ref{b}\\label{b}\\end{equation}",
      },
      { tex: "\\Foo", display: true, source: "\\Foo\\tag{A}" },
    ]);
    expect(html[1]).toBe('<svg>$&D</svg><span class="eq-number">(2)</span>');
    expect(post.formulas[2]?.rows).toMatchObject([{ shown: "(A)" }]);
  });

  it("is given the definitions that stand before it, in order", async () => {
    const { log, fallback } = recorder();
    await set("$\\def\\a{1}$ $\\newcommand{\\b}[1]{#1}\\b{\\Foo}$ $\\def\\c{2}$", fallback);
    expect(log).toEqual([
      "open \\m",
      "define \\def\\a{1}",
      "define \\newcommand{\\b}[1]{#1}",
      "render \\newcommand{\\b}[1]{#1}\\b{\\Foo}",
    ]);
  });
});

describe("the second renderer", () => {
  it("is not opened if all is well, or the formula is not fit to be set at all", async () => {
    const { log, fallback } = recorder();
    const { count } = await set(`$a$ $${"{".repeat(300)}${"}".repeat(300)}$`, fallback);
    expect(count).toBe(0);
    expect(log).toEqual([]);
  });

  it("may be absent", async () => {
    const { html, diagnostics, count } = await set("$\\Foo$", undefined);
    expect(html[0]).toMatch(/^failed <code/);
    expect(diagnostics).toEqual(["error math/unknown-command 5:2"]);
    expect(count).toBe(0);
  });
});
