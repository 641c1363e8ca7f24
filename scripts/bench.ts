// Times builds of made-up archives: npm run bench -- --sizes 100,1000 --formulas 60 --runs 3 --seed 7
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { makeArchive } from "./bench/archive.ts";
import { conditions, inSeconds, median, run, type Run } from "./bench/measure.ts";
import { makeSite, program } from "./bench/site.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "100,1000" },
    formulas: { type: "string", default: "60" },
    runs: { type: "string", default: "3" },
    seed: { type: "string", default: "7" },
  },
});

interface Timed {
  readonly cold: Run;
  readonly warm: Run;
  readonly edited: Run;
}

/** A build does not trust the clock of files within a tick of it. */
const tickMs = 200;

async function time(posts: number): Promise<Timed> {
  const folder = mkdtempSync(join(tmpdir(), "suanjing-bench-"));
  const content = makeSite(folder);
  const archive = makeArchive(posts, Number(values.seed), Number(values.formulas));
  for (const { name, text } of archive) writeFileSync(join(content, name), text);
  const build = async () => {
    await setTimeout(tickMs);
    return run(folder, [program, "build"]);
  };
  const all: Timed[] = [];
  for (let index = 0; index < Number(values.runs); index += 1) {
    for (const name of ["dist", ".suanjing"]) rmSync(join(folder, name), { recursive: true, force: true });
    const [cold, warm] = [await build(), await build()];
    appendFileSync(join(content, `${Math.ceil(posts / 2)}.md`), `\n又一句 $x_{${index}}$。\n`);
    all.push({ cold, warm, edited: await build() });
  }
  rmSync(folder, { recursive: true });
  const of = (name: keyof Timed) => median(all.map((one) => one[name]));
  return { cold: of("cold"), warm: of("warm"), edited: of("edited") };
}

console.log(`${conditions()}\n`);
console.log("| posts | cold, s | CPU, s | ms a post | peak MB | nothing changed, s | one post edited, s |");
console.log("|---|---|---|---|---|---|---|");
for (const posts of values.sizes.split(",").map(Number)) {
  const { cold, warm, edited } = await time(posts);
  const cells = [
    posts,
    inSeconds(cold.wallMs),
    inSeconds(cold.cpuMs),
    (cold.wallMs / posts).toFixed(1),
    Math.round(cold.rssMb),
    inSeconds(warm.wallMs),
    inSeconds(edited.wallMs),
  ];
  console.log(`| ${cells.join(" | ")} |`);
}
