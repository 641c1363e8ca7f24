import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copySample, run, type SampleSite } from "../../support/command.ts";

const java = process.env["JAVA_PATH"] ?? "java";
const jar = process.env["EPUBCHECK_JAR"] ?? "/usr/bin/epubcheck";

let site: SampleSite;
beforeAll(() => void (site = copySample()));
afterAll(() => site.remove());

/** What EPUBCheck has to say against a file. */
async function faultsOf(file: string): Promise<readonly string[]> {
  const args = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar, file];
  const { stdout, stderr } = await promisify(execFile)(java, args).catch(
    (error: { readonly stdout: string; readonly stderr: string }) => error,
  );
  return `${stdout}\n${stderr}`.split("\n").filter((line) => /^(?:FATAL|ERROR|WARNING|USAGE)\b/.test(line));
}

describe.skipIf(!existsSync(jar))("every series of the sample site passes EPUBCheck", () => {
  it.each(["mathml", "svg"])("with formulas as %s", async (math) => {
    const { status, printed } = run(site, ["export", "epub", "--all", "--comments", "--math", math, "--out", math]);
    expect(status, printed).toBe(0);
    const books = readdirSync(join(site.folder, math));
    expect(books).toHaveLength(7);
    for (let at = 0; at < books.length; at += 2) {
      const pair = books.slice(at, at + 2).map((name) => faultsOf(join(site.folder, math, name)));
      expect((await Promise.all(pair)).flat()).toEqual([]);
    }
  });
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
