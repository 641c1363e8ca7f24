import { firstAfter } from "./ascending.ts";
import type { FindingDraft } from "./finding.ts";
import type { Leftover } from "./leftovers.ts";
import { linePrefix } from "./line-prefix.ts";
import type { MathSource } from "./math-source.ts";

/** What the `$` that are left in one paragraph mean; `money` collects those that look like prices. */
export function dollarFindings(
  source: MathSource,
  block: readonly Leftover[],
  money: Leftover[],
): readonly FindingDraft[] {
  const { text } = source;
  const drafts: FindingDraft[] = [];
  const singles: Leftover[] = [];
  for (const one of block) {
    if (one.kind !== "$") continue;
    const run = runAround(text, one);
    if (run.end - run.start > 2) drafts.push(longRun(run));
    else if (one.end - one.start === 2) drafts.push(unclosedDisplay(source, one));
    else if (/\d/.test(text.charAt(one.end))) money.push(one);
    else singles.push(one);
  }
  const [first] = singles;
  return first ? [...drafts, unpaired(source, first, singles.length)] : drafts;
}

/** Said once a document: prices are no mistake, but a `$` later may turn them into a formula. */
export function moneyFindings(money: readonly Leftover[]): readonly FindingDraft[] {
  return money.slice(0, 1).map(({ start, end }) => ({
    code: "math/odd-dollars",
    severity: "info",
    start,
    end,
    message: "This `$` is read as text because a digit follows it and no formula closes.",
    hint: "Write `\\$` for money: another `$` in the paragraph could make a formula of it.",
  }));
}

function runAround(text: string, { start, end }: Leftover): { start: number; end: number } {
  let from = start;
  let to = end;
  while (text[from - 1] === "$") from--;
  while (text[to] === "$") to++;
  return { start: from, end: to };
}

function longRun({ start, end }: { start: number; end: number }): FindingDraft {
  return {
    code: "math/dollar-run",
    severity: "warning",
    start,
    end,
    message: `${end - start} \`$\` stand in a row; at most two of them are a delimiter, the others are text.`,
    hint: "Write `$$` for a display, `\\$` for a dollar sign.",
  };
}

function unpaired({ marks, lines }: MathSource, { start, end }: Leftover, count: number): FindingDraft {
  const closer = marks.inline.get(start);
  const others = count > 1 ? ` and ${count - 1} more in this paragraph have` : " has";
  const apart = closer !== undefined && closer > lines.endOf(start);
  return {
    code: "math/odd-dollars",
    severity: "warning",
    start,
    end,
    message: apart
      ? `This \`$\`${others} no partner: the next one stands in line ${lines.numberOf(closer)}, in another paragraph, list item or quote.`
      : `This \`$\`${others} no partner in the paragraph.`,
    hint: apart
      ? "Join the lines, or use `$$` for a display."
      : "Add the missing `$`, or write `\\$` for a dollar sign.",
  };
}

function unclosedDisplay(source: MathSource, { start, end }: Leftover): FindingDraft {
  const { text, marks, lines } = source;
  const { blank, heading, fence } = lines.boundaries(linePrefix(text, lines.startOf(start)).quotes);
  const closer = firstAfter(marks.runs, start);
  const [at, what] = (
    [
      [firstAfter(heading, start), "the heading in line"],
      [firstAfter(fence, start), "the code block in line"],
      [firstAfter(blank, start), "the blank line"],
      [closer, "the braces, or the block in which it stands, do not fit to the `$$` in line"],
    ] as const
  ).reduce((first, other) => (other[0] < first[0] ? other : first));
  const reason = closer === Number.POSITIVE_INFINITY ? "no `$$` follows" : `${what} ${lines.numberOf(at)}`;
  return {
    code: "math/unclosed-display",
    severity: "error",
    start,
    end,
    message: `\`$$\` opens a formula that is not closed: ${reason}.`,
    hint: "Close it with `$$`; blank lines inside need opener and closer on lines of their own.",
  };
}
