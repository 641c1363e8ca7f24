// npm run fuzz -- --minutes N [--seed S]: builds sites and imports archives that are made by chance. What fails is made
// as small as it gets and kept in test/cases/fuzz, where npm test tries it again; what hangs is kept as it is.
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { FuzzCase } from "./fuzz/tries.ts";
import { watchCases, type MadeCase } from "./fuzz/watch-cases.ts";

const kept = join(import.meta.dirname, "..", "test", "cases", "fuzz");

const { values } = parseArgs({ options: { minutes: { type: "string" }, seed: { type: "string" } } });
const minutes = Number(values.minutes ?? 1);
const firstSeed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
if (!(minutes > 0) || !Number.isInteger(firstSeed)) {
  console.error("npm run fuzz -- --minutes N [--seed S]");
  process.exit(2);
}

console.log(`seed ${firstSeed}, ${minutes} min`);
const findings = new Set<string>();
let cases = 0;
const end = performance.now() + minutes * 60_000;
await watchCases({
  file: join(import.meta.dirname, "fuzz", "run-cases.ts"),
  firstSeed,
  isOver: () => performance.now() >= end,
  hangMs: 60_000,
  onEnd: () => (cases += 1),
  onFailure: keep,
});
console.log(`${cases} cases, ${findings.size} findings`);
process.exitCode = findings.size === 0 ? 0 : 1;

/** Keeps a finding, one of each kind of failure a run. */
function keep(seed: number, { kind, input }: MadeCase, stack: string): void {
  const reason = stack.replace(/\d+/g, "0").slice(0, 300);
  if (findings.has(reason)) return;
  findings.add(reason);
  const found: FuzzCase = { kind, reason: stack.split("\n")[0] ?? "", input };
  const text = `${JSON.stringify(found, undefined, 2)}\n`;
  const name = `${kind}-${createHash("sha256").update(text).digest("hex").slice(0, 8)}.json`;
  writeFileSync(join(kept, name), text);
  console.error(`seed ${seed}: ${name}\n${stack}\n`);
}
