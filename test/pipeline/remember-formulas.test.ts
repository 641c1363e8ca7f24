import fc from "fast-check";
import { expect, it } from "vitest";
import { sha256 } from "../../src/host/hash.ts";
import { texKatex } from "../../src/host/tex-katex.ts";
import type { TexMacro, TexRenderer, TexRequest } from "../../src/model/ports.ts";
import { rememberFormulas } from "../../src/pipeline/remember-formulas.ts";

const macro = (name: string, body: string, more: Partial<TexMacro> = {}): TexMacro => ({
  name,
  parameters: "",
  body,
  kind: "macro",
  ...more,
});

type Step = { readonly define: TexMacro } | { readonly tex: string; readonly request: TexRequest };

/** A post as its session sees it. */
interface Session {
  readonly macros: readonly TexMacro[];
  readonly steps: readonly Step[];
}

function play(renderer: TexRenderer, { macros, steps }: Session): unknown {
  const session = renderer.open(macros);
  return steps.map((step) => ("define" in step ? session.define(step.define) : session.render(step.tex, step.request)));
}

/** A few names and texts, so that everything meets everything. */
const macros = fc.constantFrom(
  macro("\\a", "x"),
  macro("\\a", "y"),
  macro("\\a", "\\b"),
  macro("\\a", "\\undefinedHere"),
  macro("\\b", "z"),
  macro("\\b", "\\a", { kind: "alias" }),
  macro("\\b", "\\a", { kind: "expanded" }),
  macro("\\c", "#1#2", { parameters: "#1#2", optional: "n" }),
  macro("\\c", "{#1}"),
  macro("\\frac", "q"),
);
const formulas = fc.constantFrom(
  "\\a",
  "\\b+\\a",
  "\\c[m]{2}\\c3",
  "\\frac12",
  "\\def\\a{w}\\a",
  "\\gdef\\b{w}\\b",
  "\\let\\a\\b\\a",
  "x_",
  "\\text{é\\unknown}",
  "中\\text{a}",
  "\\htmlId{one}{x}",
  "\\href{#one}{x}\\htmlClass{two}{y}",
  "\\href{https://example.org}{x}",
);
const requests = fc.record({
  display: fc.boolean(),
  isClosed: fc.boolean(),
  issued: fc.constantFrom(new Set<string>(), new Set(["one"]), new Set(["#one", "two"])),
});
const steps = fc.oneof(
  fc.record({ define: macros }),
  fc.record({ tex: formulas, request: requests }),
  fc.record({ tex: formulas, request: fc.constant<TexRequest>({ display: true }) }),
);
const sessions = fc.record({ macros: fc.array(macros, { maxLength: 2 }), steps: fc.array(steps, { maxLength: 8 }) });

it("gives what the renderer behind it gives, whatever was set before", () => {
  fc.assert(
    fc.property(fc.array(sessions, { maxLength: 6 }), (posts) => {
      const remembering = rememberFormulas(texKatex, sha256);
      for (const post of [...posts, ...posts]) expect(play(remembering, post)).toEqual(play(texKatex, post));
    }),
    { numRuns: 60 },
  );
});

it("asks the renderer behind it only for what is new", () => {
  const asked: string[] = [];
  const noting: TexRenderer = {
    ...texKatex,
    open(given) {
      const session = texKatex.open(given);
      const define = (one: TexMacro) => {
        asked.push(`define ${one.name}`);
        return session.define(one);
      };
      return {
        define,
        render: (tex, request) => {
          asked.push(tex);
          return session.render(tex, request);
        },
      };
    },
  };
  const remembering = rememberFormulas(noting, sha256);
  const post = (...texts: readonly string[]): Session => ({
    macros: [],
    steps: [{ define: macro("\\a", "x") }, ...texts.map((tex) => ({ tex, request: { display: false } }))],
  });
  play(remembering, post("\\a", "\\a^2"));
  expect(asked.splice(0)).toEqual(["define \\a", "\\a", "\\a^2"]);
  play(remembering, post("\\a^2", "\\a"));
  expect(asked.splice(0)).toEqual([]);
  play(remembering, post("\\a", "\\a^3"));
  expect(asked.splice(0)).toEqual(["define \\a", "\\a^3"]);
  play(remembering, { ...post("\\a^3"), macros: [macro("\\b", "y")] });
  expect(asked).toEqual(["define \\a", "\\a^3"]);
});
