// Times cold builds beside Eleventy and Astro on the same posts: npm run bench:peers -- --content DIR --runs 5
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { conditions, inSeconds, median, run, type Run } from "./bench/measure.ts";
import { installPeers, type Peer } from "./bench/peers.ts";
import { makeSite, program } from "./bench/site.ts";

const { values } = parseArgs({
  options: {
    content: { type: "string" },
    runs: { type: "string", default: "5" },
    peers: { type: "string", default: "Eleventy,Astro" },
  },
});
if (values.content === undefined) throw new Error("--content DIR names a folder of Markdown files");
const content = resolve(values.content);
const folder = mkdtempSync(join(tmpdir(), "suanjing-peers-"));
const own = join(folder, "suanjing");
// The others have no search.
const posts = makeSite(own, { search: { engine: "none" } });
for (const name of readdirSync(content).filter((one) => one.endsWith(".md")))
  copyFileSync(join(content, name), join(posts, name));

const peers: readonly Peer[] = [
  { name: "suanjing", folder: own, args: [program, "build"], endsWith: [0, 1], outputs: ["dist", ".suanjing"] },
  ...installPeers(join(folder, "peers"), content).filter(({ name }) => values.peers.split(",").includes(name)),
];
const runs = new Map<string, Run[]>(peers.map(({ name }) => [name, []]));
for (let index = 0; index < Number(values.runs); index += 1) {
  // Alternating, so that what else the machine does meets all of them.
  for (const { name, folder: cwd, args, endsWith, outputs } of peers) {
    for (const output of outputs) rmSync(join(cwd, output), { recursive: true, force: true });
    runs.get(name)?.push(run(cwd, args, endsWith));
  }
}
rmSync(folder, { recursive: true });

const medians = new Map([...runs].map(([name, all]) => [name, median(all)]));
const base = medians.get("Eleventy");
console.log(`${readdirSync(content).length} files, medians of ${values.runs} alternating runs; ${conditions()}\n`);
console.log("| | wall, s | CPU, s | peak MB | wall to Eleventy |");
console.log("|---|---|---|---|---|");
for (const [name, { wallMs, cpuMs, rssMb }] of medians) {
  const ratio = base ? (wallMs / base.wallMs).toFixed(2) : "";
  console.log(`| ${name} | ${inSeconds(wallMs)} | ${inSeconds(cpuMs)} | ${Math.round(rssMb)} | ${ratio} |`);
}
