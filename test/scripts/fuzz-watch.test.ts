import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { watchCases } from "../../scripts/fuzz/watch-cases.ts";

const folder = mkdtempSync(join(tmpdir(), "suanjing-fuzz-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is found in the first `enough` cases of a program that begins one with its seed as input, and then does `what`. */
async function watch(enough: number, what: string): Promise<readonly string[]> {
  const file = join(folder, "cases.mjs");
  writeFileSync(
    file,
    `const seed = Number(process.argv[2]);
     const tell = (message) => new Promise((resolve) => process.send(message, resolve));
     await tell({ event: "begun", seed, made: { kind: "site", input: seed } });
     ${what}`,
  );
  const said: string[] = [];
  await watchCases({
    file,
    firstSeed: 7,
    isOver: () => said.length >= enough,
    hangMs: 300,
    onEnd: () => said.push("ended"),
    onFailure: (seed, { kind, input }, stack) => said.push(`${seed} ${kind} ${String(input)}: ${stack}`),
  });
  return said;
}

describe("the watch over what chance has made", () => {
  it("stops a case that hangs, and names its seed", async () => {
    expect(await watch(1, "for (;;);")).toEqual(["7 site 7: it hangs: it has not ended after 300 ms"]);
  });

  it("takes the death of the process for a failure, and goes on with the next seed", async () => {
    expect(await watch(2, "process.exit(9);")).toEqual([
      "7 site 7: the process died: exit code 9",
      "8 site 8: the process died: exit code 9",
    ]);
  });

  it("hands on what failed when it has been made small, and stops when it is enough", async () => {
    const fails = `
      await tell({ event: "failed", made: { kind: "site", input: "small" }, stack: "Error: no" });
      for (;;) await tell({ event: "ended" });`;
    expect(await watch(2, fails)).toEqual(["7 site small: Error: no", "ended"]);
  });

  it("does not begin again and again what cannot begin", async () => {
    await expect(watch(1, 'await tell({ event: "ended" }); process.exit(1);')).resolves.toEqual(["ended"]);
    await expect(watch(2, 'await tell({ event: "ended" }); process.exit(1);')).rejects.toThrow(
      "ends by itself: exit code 1",
    );
  });
});
