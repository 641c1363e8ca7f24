import type { UserConfig } from "../../src/config/schema.ts";
import type { Formula } from "../../src/model/post.ts";
import { mathmlOf } from "../../src/text/mathml.ts";
import { diagnosticLines, setPost, shownText, type SetPost } from "./set-post.ts";

/** How the examples of each document show what comes out; the options are the words behind `example`. */
export const caseOutputs: Readonly<Record<string, (input: string, info: readonly string[]) => string>> = {
  "macros.md": (input, info) => {
    const set = setPost(input, settings(info));
    return lines(set.post.formulas.map(textLine), diagnosticLines(set, true));
  },
  "numbering.md": (input, info) => {
    const set = setPost(input, settings(info));
    return lines(set.post.formulas.flatMap(rowLines), diagnosticLines(set));
  },
  "references.md": (input, info) => {
    const set = setPost(input, settings(info));
    return lines([set.folded], diagnosticLines(set, true), missing(set));
  },
  "compatibility.md": (input) => {
    const set = setPost(input);
    return lines(
      set.handed.map((tex) => `KaTeX: ${tex.replaceAll("\n", "⏎")}`),
      set.post.formulas.map((formula) => `shows: ${formula.failed ? "(an error box)" : shownText(formula.html)}`),
      diagnosticLines(set),
    );
  },
  "diagnostics.md": (input, info) => lines(diagnosticLines(setPost(input, settings(info)), true, info.includes("all"))),
  "output.md": (input, info) => {
    const set = setPost(input, settings(info));
    if (info.includes("mathml")) return lines(set.post.formulas.map(({ html }) => mathmlOf(html)));
    return lines([info.includes("whole") ? set.body : set.folded], diagnosticLines(set, true));
  },
};

/** `numbering=all`, `template=(2.%s)`, `anchors=mathjax2` of an example. */
function settings(info: readonly string[]): NonNullable<UserConfig["math"]> {
  const entries = info.filter((word) => word.includes("=")).map((word) => word.split("="));
  const names: Readonly<Record<string, string>> = { template: "numberTemplate" };
  return Object.fromEntries(entries.map(([name = "", value = ""]) => [names[name] ?? name, value])) as never;
}

function lines(...parts: readonly (readonly string[])[]): string {
  return parts.flat().join("\n");
}

function textLine({ html, failed }: Formula): string {
  return failed ? "(an error box)" : html === "" ? "(nothing)" : shownText(html);
}

function rowLines({ rows, layout, tex }: Formula): readonly string[] {
  if (rows.length === 0) return layout === "inline" ? [] : [`no number: ${tex.split("\n")[0]}`];
  return rows.map(({ row, shown, id, labels }) => {
    const names = labels.length > 0 ? ` for ${labels.join(", ")}` : "";
    return `${shown} in row ${row + 1}, #${id}${names}`;
  });
}

function missing({ post }: SetPost): readonly string[] {
  return post.references
    .filter(({ target }) => !target)
    .map(({ post: other, label, suggestion, span }) => {
      const where = other === undefined ? "" : ` of post ${other}`;
      const hint = suggestion === undefined ? "" : `, perhaps ${suggestion}`;
      return `left for the site: “${label}”${where} at ${span.start.line}:${span.start.column}${hint}`;
    });
}
