// npm run oracle:numbering -- [DIR] [--seed 1,2,3] [--count 2000] [--update-table]
// Compares our numbers of equations with those of MathJax: every post of a folder, then formulas made by chance.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { compareNumbers, type Difference } from "./oracle/compare-numbers.ts";
import { fuzzFormulas } from "./oracle/fuzz-formulas.ts";
import { mathjaxNumbers } from "./oracle/mathjax-numbers.ts";
import { formulasOf, ourNumbers, type OracleFormula } from "./oracle/our-numbers.ts";
import { printNumbers } from "./oracle/print-numbers.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "1,2,3" },
    count: { type: "string", default: "2000" },
    "update-table": { type: "boolean", default: false },
  },
});

interface Place extends Difference {
  readonly where: string;
}

function compare(where: string, formulas: readonly OracleFormula[]): readonly Place[] {
  const found = compareNumbers(formulas, ourNumbers(formulas), mathjaxNumbers(formulas));
  return found.map((one) => ({ ...one, where: formulas.length > 1 ? `${where}, formula ${one.index + 1}` : where }));
}

/** Formulas that MathJax refuses for another reason cannot be compared; in real posts they are listed only. */
function isComparable({ theirs }: Place): boolean {
  return !theirs.startsWith("error ");
}

function report(what: string, places: readonly Place[], counts: string, strict: boolean): number {
  const known = new Map<string, number>();
  for (const { reason } of places) if (reason !== undefined) known.set(reason, (known.get(reason) ?? 0) + 1);
  const rest = places.filter(({ reason }) => reason === undefined);
  const wrong = rest.filter((place) => strict || isComparable(place));
  console.log(`${what}: ${counts}, ${wrong.length} differences, ${places.length - rest.length} known ones`);
  for (const [reason, count] of known) console.log(`  known, ${count} ×: ${reason}`);
  for (const { where, theirs, tex } of rest.filter((place) => !wrong.includes(place)))
    console.log(`  not compared: ${where}: ${theirs}: ${JSON.stringify(tex.slice(0, 80))}`);
  for (const { where, tex, ours, theirs } of wrong.slice(0, 40))
    console.log(`  DIFFERENT: ${where}\n    ${JSON.stringify(tex)}\n    ours:    ${ours}\n    MathJax: ${theirs}`);
  return wrong.length;
}

function comparePosts(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md"));
  let rows = 0;
  let labels = 0;
  const places = files.sort().flatMap((file) => {
    const formulas = formulasOf(readFileSync(join(folder, file), "utf8").replace(/^\uFEFF|\r/g, ""));
    for (const one of ourNumbers(formulas)) {
      rows += one.rows.length;
      labels += one.labels.size;
    }
    return compare(file, formulas);
  });
  return report(folder, places, `${files.length} posts, ${rows} numbered rows, ${labels} labels`, false);
}

function compareFuzzed(seed: number, count: number): number {
  // Every formula is a page of its own, so that a refused one does not move the numbers of the next.
  const places = fuzzFormulas(seed, count).flatMap((formula, index) =>
    compare(`seed ${seed}, formula ${index + 1}`, [formula]),
  );
  return report(`seed ${seed}`, places, `${count} formulas`, true);
}

/** Writes MathJax's answers into the document of cases that the fast tests read. */
function updateTable(): void {
  const file = new URL("../test/cases/math/numbering-by-mathjax.md", import.meta.url);
  const text = readFileSync(file, "utf8");
  const updated = text.replace(
    /(```example\n)([\s\S]*?\n)(\.\n)[\s\S]*?(```\n)/g,
    (_all, open: string, input: string, dot: string, close: string) => {
      const answers = mathjaxNumbers(formulasOf(input)).map((one) => `${one.refused ?? printNumbers(one)}\n`);
      return open + input + dot + answers.join("") + close;
    },
  );
  writeFileSync(file, updated);
}

if (values["update-table"]) updateTable();
const wrongInPosts = positionals.map(comparePosts);
const wrongInFuzz = values.seed.split(",").map((seed) => compareFuzzed(Number(seed), Number(values.count)));
process.exitCode = [...wrongInPosts, ...wrongInFuzz].some((count) => count > 0) ? 1 : 0;
