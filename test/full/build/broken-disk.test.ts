import { spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copySmallSite, hashOfTree, run, start, type SampleSite } from "../../support/command.ts";

const program = join(import.meta.dirname, "..", "..", "..", "scripts", "suanjing.mjs");
let site: SampleSite;
let old: string | undefined;

beforeAll(() => {
  site = copySmallSite("series-with-gaps-and-halves");
  expect(run(site, ["build"]).status).toBe(0);
  old = dist();
  appendFileSync(join(site.folder, "content/posts/curves-1.md"), "\n又添一段。\n");
});
afterAll(() => site.remove());

const dist = (name = "dist") => hashOfTree(join(site.folder, name));

/** Runs a build below a shell that has set something up; its exit code and what it printed. */
function below(shell: string, ...args: readonly string[]) {
  const command = `${shell} && exec "$0" "$@"`;
  const all = ["-c", command, process.execPath, program, "build", ...args];
  const { status, stdout, stderr } = spawnSync("bash", all, { cwd: site.folder, encoding: "utf8" });
  return { status, printed: stdout + stderr };
}

/** Nothing is left of a tree that was not published. */
const leftovers = (name: string) => readdirSync(site.folder).filter((one) => one.startsWith(`.${name}.`));

describe("a build that the disk stops", () => {
  it("keeps the old site when files get too large, and says so", () => {
    const { status, printed } = below("ulimit -f 128", "--no-cache");
    expect(printed).toMatch(/^cannot write .+: a limit on the size of files is reached\n {2}hint: /);
    expect(status).toBe(2);
    expect(dist()).toBe(old);
    expect(leftovers("dist")).toEqual([]);
  });

  const canMount = spawnSync("unshare", ["-m", "true"]).status === 0;
  it.skipIf(!canMount)("keeps the old site when the disk is full", () => {
    const disk = join(site.folder, "disk");
    mkdirSync(disk);
    // The old tree, and 200 KB for the new one, in a name space of mounts that ends with the command.
    const script = `mount -t tmpfs -o size=64m tmpfs disk && cp -r dist disk/dist && dd if=/dev/zero of=disk/fill bs=1k count=$(( $(df --output=avail disk | tail -1) - 200 )) status=none
      "$0" "$1" build --no-cache --out disk/dist; echo "status $?"; rm disk/fill; ls -A disk; cp -r disk/dist after`;
    const { stdout, stderr } = spawnSync("unshare", ["-m", "bash", "-c", script, process.execPath, program], {
      cwd: site.folder,
      encoding: "utf8",
    });
    expect(stderr).toMatch(/^cannot write .+disk\/dist: the disk is full\n {2}hint: free some space/);
    expect(stdout).toBe("status 2\ndist\n");
    expect(dist("after")).toBe(old);
  });

  it.skipIf(!canMount)("says when it may not write, whoever it runs as", () => {
    mkdirSync(join(site.folder, "locked"));
    const script = `mount -t tmpfs -o ro tmpfs locked && "$0" "$1" build --out locked/dist; echo "status $?"`;
    const { stdout, stderr } = spawnSync("unshare", ["-m", "bash", "-c", script, process.execPath, program], {
      cwd: site.folder,
      encoding: "utf8",
    });
    expect(stderr).toMatch(/^cannot write .+locked\/dist: the disk is read-only\n {2}hint: /);
    expect(stdout).toBe("status 2\n");
  });
});

describe("two builds at once", () => {
  it("are one build and one refusal, and the site is whole", async () => {
    expect(run(site, ["build", "--out", "expected"]).status).toBe(0);
    const ends = [1, 2]
      .map(() => start(site, ["build", "--no-cache", "--out", "both"]))
      .map(
        (child) =>
          new Promise<string>((resolve) => {
            let said = "";
            child.stderr.on("data", (bytes: Buffer) => void (said += bytes.toString()));
            child.once("exit", (code) => resolve(`${code} ${said}`));
          }),
      );
    const [first = "", second = ""] = (await Promise.all(ends)).sort();
    expect(first).toMatch(/^0 /);
    // The later one is refused, or begins when the first has ended.
    expect(second).toMatch(/^(?:2 another command is writing .+both |0 )/);
    expect(dist("both")).toBe(dist("expected"));
  });
});

describe("what earlier builds have left", () => {
  it("is not believed after 200 random bytes of it were damaged: the site is the same, byte for byte", () => {
    expect(run(site, ["build"]).status).toBe(0);
    const whole = dist();
    const anyPlace = fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), bit: fc.nat(7) });
    const places = fc.sample(anyPlace, { numRuns: 200, seed: 20241231 });
    while (places.length > 0) {
      for (const file of keptFiles()) {
        const { at, bit } = places.pop() ?? { at: 0, bit: 0 };
        const bytes = readFileSync(file);
        const place = Math.floor(at * bytes.length);
        bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
        // Every eighth is cut short there, too.
        writeFileSync(file, bit === 0 ? bytes.subarray(0, place) : bytes);
      }
      expect(run(site, ["build"]).status).toBe(0);
      expect(dist()).toBe(whole);
    }
  });
});

/** What builds keep for the next: posts, fonts, and what the last build did. */
function keptFiles(): readonly string[] {
  const files = readdirSync(join(site.folder, ".suanjing"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /cache|builds|fonts/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name));
  expect(files.length).toBeGreaterThan(20);
  return files;
}
