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
  it("in another folder, without and with what earlier builds left", () => {
    expect(hashAfter(["--jobs", "0"])).toBe(expected);
    expect(hashAfter(["--jobs", "0"])).toBe(expected);
    rmSync(join(second.folder, ".suanjing"), { recursive: true });
    expect(hashAfter(["--no-cache"])).toBe(expected);
  });

  it.each(["1", "2", "8"])("with %s worker threads", (jobs) => {
    expect(hashAfter(["--no-cache", "--jobs", jobs])).toBe(expected);
  });

  it.each([
    ["Asia/Shanghai", "zh_CN.UTF-8"],
    ["America/St_Johns", "tr_TR.UTF-8"],
  ])("on a machine in %s with the locale %s", (TZ, LANG) => {
    expect(hashAfter(["--no-cache", "--jobs", "0"], { TZ, LANG, LC_ALL: LANG })).toBe(expected);
  });

  it("and nothing beside the output folder", () => {
    const left = readdirSync(second.folder).filter((name) => name.startsWith(".") && name !== ".suanjing");
    expect(left).toEqual([]);
  });
});
