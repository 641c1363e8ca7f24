import { firstAfter } from "./ascending.ts";
import type { FindingDraft } from "./finding.ts";
import type { Leftover } from "./leftovers.ts";
import { linePrefix } from "./line-prefix.ts";
import { longestEnvironment } from "./marks.ts";
import type { MathSource } from "./math-source.ts";

type Named = Exclude<Leftover, { kind: "$" }>;

/** What the `\begin` and `\end` mean that are left in the text of a document, in order. */
export function environmentFindings(source: MathSource, leftovers: readonly Leftover[]): readonly FindingDraft[] {
  const begun = new Set<string | number>();
  let open: Named | undefined;
  return leftovers.flatMap((one): FindingDraft[] => {
    if (one.kind === "$") return [];
    if (one.kind === "begin") {
      begun.add(one.start).add(one.name);
      if (!source.known.has(one.name)) return [unknown(one)];
      open = one;
      return [unclosed(source, one)];
    }
    const partner = source.known.has(one.name) ? source.marks.closedBy.get(one.start) : one.name;
    return partner !== undefined && begun.has(partner) ? [] : [stray(source, one, open)];
  });
}

function unknown({ name, start, end }: Named): FindingDraft {
  return {
    code: "math/unknown-environment",
    severity: "warning",
    start,
    end,
    message: `\`${name}\` is no environment of mathematics that is known here; it is shown as text.`,
    hint: `Put it between \`$$\`, or add “${name}” to the environments of the site.`,
  };
}

function unclosed(source: MathSource, { name, start, end }: Named): FindingDraft {
  return {
    code: "math/unclosed-environment",
    severity: "error",
    start,
    end,
    message: `\`\\begin{${name}}\` is not closed: ${reason(source, start, name)}.`,
    hint: `Add \`\\end{${name}}\`; a formula with blank lines needs its lines for itself.`,
  };
}

function reason({ text, marks, lines }: MathSource, start: number, name: string): string {
  const environment = marks.environments.get(start);
  if (!environment) return `no \`\\end{${name}}\` of its own follows within ${longestEnvironment} characters`;
  const { blank, fence } = lines.boundaries(linePrefix(text, lines.startOf(start)).quotes);
  const stop = (list: readonly number[]): number => firstAfter(list, start);
  if (stop(fence) < environment.end) return `the code block in line ${lines.numberOf(stop(fence))} ends the search`;
  if (stop(blank) < environment.end) return `text shares its lines, and line ${lines.numberOf(stop(blank))} is blank`;
  return `its \`\\end\` in line ${lines.numberOf(environment.end)} stands in another block`;
}

function stray({ lines }: MathSource, { name, start, end }: Named, open: Named | undefined): FindingDraft {
  const other =
    open && open.name !== name ? `; \`\\begin{${open.name}}\` in line ${lines.numberOf(open.start)} is` : "";
  return {
    code: "math/stray-end",
    severity: "warning",
    start,
    end,
    message: `\`\\end{${name}}\` closes an environment that is not open here${other}.`,
  };
}
