// Times an author's work in Chromium: npm run bench:dev -- --posts 100 --formulas 200 --edits 50 --rebuilds 200
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { makeArchive } from "./bench/archive.ts";
import { findChromium } from "../src/host/find-chromium.ts";
import { conditions } from "./bench/measure.ts";
import { makeSite, program } from "./bench/site.ts";

const { values } = parseArgs({
  options: {
    posts: { type: "string", default: "100" },
    formulas: { type: "string", default: "200" },
    edits: { type: "string", default: "50" },
    rebuilds: { type: "string", default: "200" },
    seed: { type: "string", default: "7" },
  },
});

const folder = mkdtempSync(join(tmpdir(), "suanjing-bench-"));
const posts = makeSite(folder);
for (const { name, text } of makeArchive(Number(values.posts), Number(values.seed)))
  writeFileSync(join(posts, name), text);
/** The post that is edited: its last paragraph says which edit it is. */
const [edited] = [...makeArchive(1, Number(values.seed) + 1, Number(values.formulas))];
const text = edited?.text.replace("id: 1\n", "id: edited\n").replace(/（一）/, "") ?? "";
const write = (edit: number) => writeFileSync(join(posts, "edited.md"), `${text}\n改动${edit}次。\n`);
write(0);

interface Server {
  readonly origin: string;
  readonly process: ChildProcess;
  /** From the start of the process to the answer with the page. */
  readonly firstPageMs: number;
}

/** Starts the server with the options of Node that `npm run dev` gives it. */
async function startServer(): Promise<Server> {
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, "..", "package.json"), "utf8")) as {
    readonly scripts: { readonly dev: string };
  };
  const options = scripts.dev.split(" ").filter((one) => one.startsWith("--"));
  const start = performance.now();
  const process_ = spawn(process.execPath, [...options, program, "dev", "--port", "0"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const origin = await new Promise<string>((resolve, reject) => {
    let said = "";
    process_.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    });
    process_.on("exit", () => reject(new Error(`the server ended:\n${said}`)));
  });
  const answer = await fetch(`${origin}/archives/edited/`);
  if (!answer.ok) throw new Error(`the page answers ${answer.status}`);
  await answer.text();
  return { origin, process: process_, firstPageMs: performance.now() - start };
}

async function stopServer({ process: server }: Server): Promise<void> {
  const ended = once(server, "exit");
  server.kill();
  await ended;
}

/** Memory of the server, in MB. */
function memoryOf({ process: server }: Server): number {
  const status = readFileSync(`/proc/${server.pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

/** Run in the page: notes when it shows an edit for the first time. */
const noteEdits = `
  window.seen = {};
  const look = () => {
    const edit = /改动(\\d+)次/.exec(document.querySelector(".prose")?.textContent ?? "")?.[1];
    if (edit !== undefined) window.seen[edit] ??= Date.now();
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
`;

/** Milliseconds from saving the file to the change of the page. */
async function timeEdit(page: Page, edit: number): Promise<number> {
  const start = Date.now();
  write(edit);
  const seen = await page.waitForFunction(
    (number) => (window as unknown as { seen: Record<string, number> }).seen[number],
    String(edit),
    { polling: 20, timeout: 30_000 },
  );
  return Number(await seen.jsonValue()) - start;
}

const quantile = (sorted: readonly number[], part: number) =>
  Math.round(Number(sorted[Math.floor(sorted.length * part)]));

console.log(`${conditions()}\n`);
const cold = await startServer();
await stopServer(cold);
const server = await startServer();
const { chromium, path } = await findChromium();
const browser = await chromium.launch({ executablePath: path, args: ["--no-sandbox"] });
try {
  const page = await browser.newPage();
  await page.goto(`${server.origin}/archives/edited/`);
  await page.evaluate(noteEdits);
  await setTimeout(1000);
  const [edits, rebuilds] = [Number(values.edits), Number(values.rebuilds)];
  const times: number[] = [];
  const memory: string[] = [];
  for (let edit = 1; edit <= rebuilds; edit += 1) {
    times.push(await timeEdit(page, edit));
    await setTimeout(150);
    if (edit === 20 || edit % 50 === 0) memory.push(`${Math.round(memoryOf(server))} MB after ${edit}`);
  }
  const sorted = times.slice(0, edits).toSorted((a, b) => a - b);
  console.log(
    `first page: ${Math.round(cold.firstPageMs)} ms without a cache, ${Math.round(server.firstPageMs)} ms with one`,
  );
  console.log(
    `file saved → page changed, ${edits} edits: median ${quantile(sorted, 0.5)} ms, 95 % below ${quantile(sorted, 0.95)} ms`,
  );
  console.log(`memory: ${memory.join(", ")}`);
} finally {
  await browser.close();
  await stopServer(server);
  rmSync(folder, { recursive: true });
}
