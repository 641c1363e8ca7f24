import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tries, type FuzzCase } from "../../scripts/fuzz/tries.ts";

const folder = join(import.meta.dirname, "..", "cases", "fuzz");

describe("what npm run fuzz has found", () => {
  it.each(readdirSync(folder).filter((name) => name.endsWith(".json")))("%s fails no more", async (name) => {
    const { kind, input } = JSON.parse(readFileSync(join(folder, name), "utf8")) as FuzzCase;
    await expect(tries[kind]?.check(input)).resolves.toBeUndefined();
  });
});

it.each(Object.entries(tries))("any %s passes", async (_kind, { arbitrary, check }) => {
  await fc.assert(fc.asyncProperty(arbitrary, check), { numRuns: 8 });
});
