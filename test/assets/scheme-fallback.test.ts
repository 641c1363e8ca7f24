import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { schemeFallback } from "../../src/assets/scheme-fallback.ts";
import { paper } from "../../templates/parts/scheme.tsx";

const tokens = readFileSync(new URL("../../templates/styles/tokens.css", import.meta.url), "utf8");

describe("colours for browsers without light-dark()", () => {
  it("are those of the pairs: light, dark by choice, dark by the system unless light is chosen", () => {
    expect(schemeFallback(":root {\n  --a: light-dark(#fff, rgb(0 0 0 / 50%));\n  --b: 1px;\n}")).toBe(
      '@supports not (color:light-dark(#000,#fff)){:root{--a:#fff}:root[data-theme="dark"]{--a:rgb(0 0 0 / 50%)}' +
        '@media (prefers-color-scheme:dark){:root:not([data-theme="light"]){--a:rgb(0 0 0 / 50%)}}}',
    );
    expect(schemeFallback("a { color: red; }")).toBe("");
  });

  it("are there for every pair of the theme", () => {
    const pairs = tokens.match(/light-dark\(/g) ?? [];
    const fallback = schemeFallback(tokens);
    expect(pairs.length).toBeGreaterThan(10);
    expect(fallback.match(/--[\w-]+:#/g)).toHaveLength(3 * pairs.length);
  });

  it("around the page are those of the paper", () => {
    expect(tokens).toContain(`--paper: light-dark(${paper.light}, ${paper.dark});`);
  });
});
