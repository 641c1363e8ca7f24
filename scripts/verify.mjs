// npm run verify: the contributors' gate, with the time of each step. Stops at the first failure.
import { spawnSync } from "node:child_process";

/** @type {[name: string, command: string, args: string[]][]} */
const steps = [
  ["format", "npx", ["oxfmt", "--check", "."]],
  ["lint", "npx", ["oxlint", "--type-aware", "--deny-warnings"]],
  ["types", "npx", ["tsc"]],
  ["licences", "node", ["scripts/licences.mjs", "--check"]],
  [
    "fast tests, coverage",
    "npx",
    ["vitest", "run", "--project", "fast", "--coverage", "--coverage.reporter=text-summary"],
  ],
  [
    "sample site, strict",
    "node",
    ["scripts/suanjing.mjs", "build", "--strict", "--no-cache", "--out", ".suanjing/verify"],
  ],
];

const times = [];
for (const [name, command, args] of steps) {
  const start = performance.now();
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  times.push(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  if (status !== 0) {
    console.error(`\nverify stopped at “${name}”.`);
    process.exitCode = 1;
    break;
  }
}
console.log(`\n${times.join("\n")}`);
