import { spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { copySample, copySmallSite, hashOfTree, run, type SampleSite } from "../../support/command.ts";

/** A site of six posts, which builds in a third of the time of the sample site. */
let site: SampleSite;
beforeAll(() => void (site = copySmallSite("series-with-gaps-and-halves")));
afterAll(() => site.remove());

const dist = () => hashOfTree(join(site.folder, "dist"));

function reportOf({ folder }: SampleSite): Record<string, unknown> {
  return JSON.parse(readFileSync(join(folder, "report.json"), "utf8")) as Record<string, unknown>;
}

describe("suanjing build", () => {
  it("ends with 0, one line, and a report with every count; a second one takes everything from the cache", () => {
    const sample = copySample(inject("kept"));
    const { status, printed } = run(sample, ["build", "--strict", "--report", "report.json"]);
    expect(status, printed).toBe(0);
    expect(printed).toMatch(/^dist: 17 posts, 90 pages, \d+ formulas, \d+ files in [\d.]+ s\n$/);
    const report = reportOf(sample);
    expect(report).toMatchObject({ posts: 17, pages: 90, formulasFailed: 0, referencesUnresolved: 0 });
    expect(report["diagnostics"]).toBeTypeOf("object");
    expect(report["stages"]).toMatchObject({
      read: expect.any(Number),
      parse: expect.any(Number),
      write: expect.any(Number),
    });
    expect(report["cache"]).toMatchObject({ hits: expect.any(Number), misses: expect.any(Number) });
    for (const key of ["formulas", "formulasDistinct", "references", "totalMs", "peakRssMb"])
      expect(report[key]).toBeGreaterThan(0);
    run(sample, ["build", "--report", "report.json"]);
    expect(reportOf(sample)["cache"]).toEqual({ hits: 18, misses: 0 });
    sample.remove();
  });

  it("only says so if nothing has changed, until a post is edited or the cache is cleared", async () => {
    await setTimeout(100);
    const first = run(site, ["build"]);
    const published = dist();
    const again = run(site, ["build"]);
    expect(again.printed).toMatch(/, nothing has changed \([\d.]+ s\)\n$/);
    expect(again.printed.split(" files")[0]).toBe(first.printed.split(" files")[0]);
    expect(dist()).toBe(published);
    appendFileSync(join(site.folder, "content/posts/curves-1.md"), "\n又一句。\n");
    expect(run(site, ["build"]).printed).not.toContain("nothing has changed");
    const edited = dist();
    expect(edited).not.toBe(published);
    expect(run(site, ["cache", "clear"]).status).toBe(0);
    expect(run(site, ["build"]).printed).not.toContain("nothing has changed");
    expect(dist()).toBe(edited);
  });

  it("ends with 2, one sentence and a hint for wrong use", () => {
    expect(run(site, ["build", "--contnt", "x"])).toEqual({
      status: 2,
      printed: "there is no option --contnt\n  hint: did you mean --content?\n",
    });
    expect(run(site, ["build", "--content", "nowhere"]).status).toBe(2);
    expect(run(site, ["buld"]).printed).toContain("did you mean build?");
    expect(run(site, ["build", "--jobs", "many"]).printed).toContain("--jobs takes a whole number");
    expect(run(site, ["check", "--explain", "math/katx"]).printed).toContain("did you mean math/katex?");
  });

  it("lists every fault of the configuration at once", () => {
    const config = join(site.folder, "site.config.ts");
    const good = readFileSync(config, "utf8");
    writeFileSync(config, good.replace("export default {", "export default { titel: 1, postsPerPage: 0,"));
    const { status, printed } = run(site, ["build"]);
    writeFileSync(config, good);
    expect(status).toBe(2);
    expect(printed).toContain("site.config.ts: titel is not a setting; did you mean title?");
    expect(printed).toContain("site.config.ts: postsPerPage:");
  });

  it("publishes with an error on a page and ends with 1; with --strict the old site stays", () => {
    run(site, ["build"]);
    const old = dist();
    appendFileSync(join(site.folder, "content/posts/curves-3.md"), "\n坏$x^2^3$。\n");
    const strict = run(site, ["build", "--strict"]);
    expect(strict.status).toBe(1);
    expect(strict.printed).toContain("Nothing was published");
    expect(dist()).toBe(old);
    const { status, printed } = run(site, ["build"]);
    expect(status).toBe(1);
    expect(printed).toMatch(/content\/posts\/curves-3\.md:\d+:6: error math\/katex: Double superscript/);
    expect(dist()).not.toBe(old);
    expect(readFileSync(join(site.folder, "dist/archives/curves-3/index.html"), "utf8")).toContain("math-error");
  });

  it("never replaces a folder that it did not write", () => {
    mkdirSync(join(site.folder, "mine"));
    writeFileSync(join(site.folder, "mine/thesis.tex"), "x");
    const { status, printed } = run(site, ["build", "--out", "mine"]);
    expect(status).toBe(2);
    expect(printed).toContain("holds files that suanjing did not write");
    expect(readFileSync(join(site.folder, "mine/thesis.tex"), "utf8")).toBe("x");
  });
});

it("goes on when nobody reads what it prints", () => {
  const program = join(import.meta.dirname, "..", "..", "..", "scripts", "suanjing.mjs");
  const line = 'node "$0" help | true; echo ${PIPESTATUS[0]}';
  const { stdout, stderr } = spawnSync("bash", ["-c", line, program], { cwd: site.folder, encoding: "utf8" });
  expect({ stdout, stderr: stderr.includes("EPIPE") }).toEqual({ stdout: "0\n", stderr: false });
});

describe("suanjing check", () => {
  it("explains a code, and prints diagnostics as JSON without writing a page", () => {
    expect(run(site, ["check", "--explain", "math/katex"]).printed).toMatch(/^math\/katex \(error\)\n\n/);
    const before = dist();
    const { status, printed } = run(site, ["check", "--json"]);
    expect(status).toBe(1);
    expect((JSON.parse(printed) as { code: string }[]).map(({ code }) => code)).toContain("math/katex");
    expect(dist()).toBe(before);
  });
});
