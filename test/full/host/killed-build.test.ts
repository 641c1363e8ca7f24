import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sha256 } from "../../../src/host/hash.ts";
import { readManifest } from "../../../src/host/manifest.ts";
import { recoverOutput } from "../../../src/host/output-recovery.ts";
import { bundleProgram } from "../../host/test-worker.ts";

/** Writes a tree of 60 files whose content is the first argument, over and over. */
const builder = `
  import { openOutput } from "./output-tree.ts";
  for (;;) {
    const tree = await openOutput(process.argv[2]);
    for (let i = 0; i < 60; i += 1) await tree.write({ path: "posts/" + i + "/index.html", body: process.argv[3].repeat(2000) + i });
    await tree.commit();
    console.log("built");
  }
`;

let root = "";
let program = "";
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "suanjing-kill-"));
  program = await bundleProgram(builder, root);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Runs the builder until it has built once, then for some time longer, and ends it by a signal. */
function run(mark: string, signal: NodeJS.Signals, afterMs: number): Promise<NodeJS.Signals | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, join(root, "dist"), mark], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    child.once("error", reject);
    child.once("exit", (_code, by) => resolve(by));
    child.stdout.once("data", () => setTimeout(() => child.kill(signal), afterMs));
    child.stdout.resume();
  });
}

/** Every file is as the manifest says, and there is no other. */
async function checkTree(): Promise<void> {
  const dist = join(root, "dist");
  const manifest = await readManifest(dist);
  expect(manifest?.size).toBe(60);
  const marks = new Set<string>();
  for (const [path, { sha256: expected }] of manifest ?? []) {
    const text = readFileSync(join(dist, path), "utf8");
    marks.add(text.slice(0, 1));
    expect(sha256(text)).toBe(expected);
  }
  expect(marks.size).toBe(1);
  expect(readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())).toHaveLength(
    61,
  );
}

it("that is killed at 50 points leaves the old tree or the new one, and nothing once repaired", async () => {
  for (let round = 0; round < 50; round += 1) {
    expect(await run(round % 2 === 0 ? "a" : "b", "SIGKILL", (round * 37) % 120)).toBe("SIGKILL");
    // Only between its two renames is there no tree; the next start repairs that.
    if (!existsSync(join(root, "dist"))) expect(existsSync(join(root, ".dist.old"))).toBe(true);
    await recoverOutput(join(root, "dist"));
    await checkTree();
    expect(readdirSync(root).filter((name) => !["dist", ".dist.lock", "program.mjs"].includes(name))).toEqual([]);
  }
});

it("that is interrupted leaves the old tree and nothing beside it", async () => {
  for (const [index, signal] of (["SIGINT", "SIGTERM", "SIGHUP", "SIGINT"] as const).entries()) {
    expect(await run("c", signal, index * 20)).toBe(signal);
    await checkTree();
    expect(readdirSync(root).sort()).toEqual(["dist", "program.mjs"]);
  }
});
