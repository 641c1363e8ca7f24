import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copySample, hashOfTree, run, type SampleSite } from "../../support/command.ts";

let first: SampleSite;
let second: SampleSite;
let expected: string | undefined;
beforeAll(() => {
  first = copySample();
  second = copySample();
  expect(run(first, ["build", "--no-cache", "--jobs", "0"]).status).toBe(0);
  expected = hashOfTree(join(first.folder, "dist"));
  expect(expected).toBeDefined();
});
afterAll(() => {
  first.remove();
  second.remove();
});

function hashAfter(args: readonly string[], env: Readonly<Record<string, string>> = {}): string | undefined {
  const { status, printed } = run(second, ["build", ...args], env);
  expect(status, printed).toBe(0);
  return hashOfTree(join(second.folder, "dist"));
}

describe("a build gives the same bytes", () => {
  it("in another folder, in 8 worker threads and in Shanghai, without and with what that build left", () => {
    const shanghai = { TZ: "Asia/Shanghai", LANG: "zh_CN.UTF-8", LC_ALL: "zh_CN.UTF-8" };
    expect(hashAfter(["--jobs", "8"], shanghai)).toBe(expected);
    rmSync(join(second.folder, "dist"), { recursive: true });
    expect(hashAfter(["--jobs", "0"])).toBe(expected);
  });

  it("in one worker thread, in Newfoundland with a Turkish locale, over the output of another build", () => {
    const turkish = { TZ: "America/St_Johns", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" };
    rmSync(join(second.folder, ".suanjing"), { recursive: true });
    expect(hashAfter(["--no-cache", "--jobs", "1"], turkish)).toBe(expected);
  });

  it("and nothing beside the output folder", () => {
    const left = readdirSync(second.folder).filter((name) => name.startsWith(".") && name !== ".suanjing");
    expect(left).toEqual([]);
  });
});
