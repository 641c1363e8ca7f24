import { describe, expect, it } from "vitest";
import { katexCommands } from "../../src/host/katex-commands.ts";
import { texKatex } from "../../src/host/tex-katex.ts";
import { macroTable } from "../../src/math/compat/macro-table.ts";
import { steps } from "../../src/math/compat/steps.ts";

const inline = { display: false };

describe("a session of KaTeX", () => {
  it("keeps its macros to itself", () => {
    const first = texKatex.open();
    first.define({ name: "\\foo", parameters: "", body: "F", kind: "macro" });
    expect(first.render("\\foo", inline).ok).toBe(true);
    expect(texKatex.open().render("\\foo", inline).ok).toBe(false);
  });

  it("forgets what a formula defines", () => {
    const session = texKatex.open();
    expect(session.render("\\gdef\\foo{F}\\foo", inline).ok).toBe(true);
    expect(session.render("\\foo", inline)).toMatchObject({ ok: false, unknown: "\\foo" });
  });

  it("knows many macros with defaults", () => {
    const session = texKatex.open();
    for (let index = 0; index < 30; index += 1) {
      const name = `\\m${"x".repeat(index + 1)}`;
      session.define({ name, parameters: "#1", body: `${index}#1`, optional: "d", kind: "macro" });
    }
    const result = session.render("\\mx\\mx[e]\\mxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", inline);
    expect(result.ok && result.html.replace(/<[^>]*>/g, "")).toContain("0d0e29d");
  });

  it("has no inherited names among its macros", () => {
    expect(texKatex.open().render("\\constructor", inline)).toMatchObject({ ok: false });
    expect(texKatex.open().render("\\__proto__", inline)).toMatchObject({ ok: false });
  });

  it("reports what nests too deeply", () => {
    const tex = "\\sqrt{".repeat(4000) + "}".repeat(4000);
    expect(texKatex.open().render(tex, inline)).toMatchObject({
      ok: false,
      message: "the formula is nested too deeply",
    });
  });
});

it("every name in the list of commands is one of KaTeX", () => {
  const session = texKatex.open();
  const unknown = [...katexCommands].filter((command) =>
    [command, `\\text{${command}}`].every((tex) => {
      const result = session.render(tex, inline);
      return !result.ok && result.unknown === command;
    }),
  );
  expect(unknown).toEqual([]);
});

it("rewrites have names of their own and say what they do", () => {
  expect(new Set(steps.map(({ name }) => name)).size).toBe(steps.length);
  expect(steps.filter(({ doc }) => !doc.includes("→") && !doc.includes("go"))).toEqual([]);
});

it("no macro of the table stands for a command that KaTeX has", () => {
  const silenced = new Set(["\\message", "\\errmessage", "\\show"]);
  const known = macroTable.filter(({ name }) => katexCommands.has(name) && !silenced.has(name));
  expect(known.map(({ name }) => name)).toEqual([]);
});
