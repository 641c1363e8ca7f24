import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fontSubset } from "../../src/host/font-subset.ts";
import { katexFontFiles } from "../../src/host/katex-files.ts";
import { tempFolder } from "./temp-folder.ts";

const whole = (await katexFontFiles()).get("KaTeX_AMS-Regular") ?? new Uint8Array();

describe("a font cut down to some characters", () => {
  it("is a smaller woff2 font", async () => {
    const body = await fontSubset().make(whole, "RE");
    expect(Buffer.from(body.subarray(0, 4)).toString("latin1")).toBe("wOF2");
    expect(body.length).toBeLessThan(whole.length / 5);
  });

  it("is kept in a folder and taken from there, unless the file is damaged", async () => {
    const folder = tempFolder();
    const body = await fontSubset(folder).make(whole, "R");
    const [name = ""] = readdirSync(folder);
    const file = join(folder, name);
    const kept = readFileSync(file);
    expect(Buffer.from(await fontSubset(folder).make(whole, "R"))).toEqual(Buffer.from(body));
    writeFileSync(file, kept.subarray(0, -1));
    expect(Buffer.from(await fontSubset(folder).make(whole, "R"))).toEqual(Buffer.from(body));
    expect(readFileSync(file)).toEqual(kept);
  });

  it("is deleted when a build does not ask for it", async () => {
    const folder = tempFolder();
    await fontSubset(folder).make(whole, "R");
    const next = fontSubset(folder);
    await next.make(whole, "E");
    expect(readdirSync(folder)).toHaveLength(2);
    await next.prune();
    expect(readdirSync(folder)).toHaveLength(1);
    await fontSubset(join(folder, "absent")).prune();
  });
});
