// npm run ledger [-- --content DIR] [--keep]: writes what every formula of an archive is set as. The next run says which
// formulas are set otherwise, and lays both side by side: for upgrades of KaTeX, and for changes of our own rewrites.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import katex from "katex";
import { katexCss, katexFontFiles } from "../src/host/katex-files.ts";
import { compareLedgers, type Ledger } from "./ledger/compare.ts";
import { ledgerHtml } from "./ledger/report.ts";
import { takeFormulas } from "./ledger/take.ts";

const root = join(import.meta.dirname, "..");
const { values } = parseArgs({
  options: { content: { type: "string", default: "content" }, keep: { type: "boolean" } },
});
const content = resolve(root, values.content);
const folder = join(root, ".suanjing", "ledger");
const file = join(folder, `${content.replace(/[^\w]+/g, "-")}.json`);

const now: Ledger = { katex: katex.version, formulas: await takeFormulas(content) };
const before = readLedger();
if (!before) {
  write(file, JSON.stringify(now, undefined, 1));
  console.log(
    `${Object.keys(now.formulas).length} formulas by KaTeX ${now.katex} are written down; run this again after the change`,
  );
} else {
  const changes = compareLedgers(before, now);
  const count = `${Object.keys(now.formulas).length} formulas, KaTeX ${before.katex} → ${now.katex}`;
  console.log(
    `${count}: ${changes.changed.length} set otherwise, ${changes.added.length} new, ${changes.gone.length} gone`,
  );
  if (changes.changed.length > 0) {
    await writeReport(changes);
    process.exitCode = 1;
  }
  // With --keep the next run compares with the same state again.
  if (values.keep !== true) write(file, JSON.stringify(now, undefined, 1));
}

async function writeReport(changes: ReturnType<typeof compareLedgers>): Promise<void> {
  for (const [name, bytes] of await katexFontFiles()) write(join(folder, "fonts", `${name}.woff2`), bytes);
  const report = join(folder, "changed.html");
  write(report, ledgerHtml(changes.changed, await katexCss()));
  console.log(`side by side: ${report}`);
}

function readLedger(): Ledger | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Ledger;
  } catch {
    return undefined;
  }
}

function write(path: string, body: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, body);
}
