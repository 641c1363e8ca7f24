// npm run fuzz -- --minutes N [--seed S]: builds sites and imports archives that are made by chance. What fails is made
// as small as it gets and kept in test/cases/fuzz, where npm test tries it again.
import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { tries, type FuzzCase } from "./fuzz/tries.ts";

const root = join(import.meta.dirname, "..");
const kept = join(root, "test", "cases", "fuzz");
const running = join(root, ".suanjing", "fuzz-running.json");

const { values } = parseArgs({ options: { minutes: { type: "string" }, seed: { type: "string" } } });
const minutes = Number(values.minutes ?? 1);
const firstSeed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
if (!(minutes > 0) || !Number.isInteger(firstSeed)) {
  console.error("npm run fuzz -- --minutes N [--seed S]");
  process.exit(2);
}

console.log(`seed ${firstSeed}, ${minutes} min`);
mkdirSync(join(root, ".suanjing"), { recursive: true });
const end = performance.now() + minutes * 60_000;
const findings = new Set<string>();
let cases = 0;
for (let seed = firstSeed; performance.now() < end; seed += 1) {
  for (const [kind, { arbitrary, check }] of Object.entries(tries)) {
    cases += 1;
    const property = fc.asyncProperty(arbitrary, async (input) => {
      // If the program hangs, the case that it hangs on lies here.
      writeFileSync(running, JSON.stringify({ kind, seed, input }));
      await check(input);
    });
    const result = await fc.check(property, { seed, numRuns: 1, interruptAfterTimeLimit: 120_000 });
    const [input] = result.counterexample ?? [];
    if (!result.failed || input === undefined) continue;
    const reason = result.errorInstance instanceof Error ? (result.errorInstance.stack ?? "") : "";
    keep({ kind, reason: reason.split("\n")[0] ?? "", input }, reason, seed);
  }
}
rmSync(running, { force: true });
console.log(`${cases} cases, ${findings.size} findings`);
process.exitCode = findings.size === 0 ? 0 : 1;

/** Keeps a finding, one of each kind of failure a run. */
function keep(found: FuzzCase, stack: string, seed: number): void {
  const reason = stack.replace(/\d+/g, "0").slice(0, 300);
  if (findings.has(reason)) return;
  findings.add(reason);
  const text = `${JSON.stringify(found, undefined, 2)}\n`;
  const name = `${found.kind}-${createHash("sha256").update(text).digest("hex").slice(0, 8)}.json`;
  writeFileSync(join(kept, name), text);
  console.error(`seed ${seed}: ${name}\n${stack}\n`);
}
