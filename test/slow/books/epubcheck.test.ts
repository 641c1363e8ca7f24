import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { copySample, run, type SampleSite } from "../../support/command.ts";

const java = process.env["JAVA_PATH"] ?? "java";
const jar = process.env["EPUBCHECK_JAR"] ?? "/usr/bin/epubcheck";
const canCheck = existsSync(jar) && spawnSync(java, ["--describe-module", "jdk.compiler"]).status === 0;
if (!canCheck) console.warn("\nNO EPUBCHECK or no JDK: books are not checked. npm test installs both when it may.\n");

let site: SampleSite;
beforeAll(() => void (site = copySample(inject("kept"))));
afterAll(() => site.remove());

/** Books of a new folder, made with formulas in one of two forms. */
function booksWith(math: string): readonly string[] {
  const { status, printed } = run(site, ["export", "epub", "--all", "--comments", "--math", math, "--out", math]);
  expect(status, printed).toBe(0);
  return readdirSync(join(site.folder, math)).map((name) => join(site.folder, math, name));
}

it.skipIf(!canCheck)("every series of the sample site passes EPUBCheck, with formulas as MathML and as SVG", () => {
  const books = ["mathml", "svg"].flatMap(booksWith);
  expect(books).toHaveLength(14);
  const program = join(import.meta.dirname, "CheckBooks.java");
  const args = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", jar, program, ...books];
  const { stdout, stderr } = spawnSync(java, args, { encoding: "utf8" });
  const lines = `${stdout}\n${stderr}`.split("\n");
  expect(lines.filter((line) => /^(?:FATAL|ERROR|WARNING|USAGE)\b/.test(line))).toEqual([]);
  expect(lines.filter((line) => /^\d+ /.test(line))).toEqual(books.map((book) => `0 ${book}`));
});

describe("suanjing export", () => {
  it("asks for exactly one choice, and knows the names that there are", () => {
    expect(run(site, ["export", "epub"])).toEqual({
      status: 2,
      printed: "name one of --series NAME, --post ID, --all\n",
    });
    const { status, printed } = run(site, ["export", "epub", "--series", "高斯尾部的三种估记"]);
    expect({ status, printed }).toEqual({
      status: 2,
      printed: "there is no series “高斯尾部的三种估记”\n  hint: did you mean 高斯尾部的三种估计?\n",
    });
    expect(run(site, ["export", "mobi", "--all"]).printed).toContain("name what to export: epub or pdf");
  });

  it("says what installs a Chromium if there is none to print with", () => {
    const env = { CHROMIUM_PATH: "/nowhere/chromium" };
    const { status, printed } = run(site, ["export", "pdf", "--post", "writing-guide"], env);
    expect(status).toBe(2);
    expect(printed).toContain("there is no Chromium at /nowhere/chromium");
    expect(printed).toContain("npx playwright-core install chromium");
  });

  it("builds the site with a book for every series", () => {
    expect(run(site, ["build", "--books", "--strict"]).status).toBe(0);
    expect(readdirSync(join(site.folder, "dist/books"))).toHaveLength(7);
  });
});
