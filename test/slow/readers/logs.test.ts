import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copySmallSite, run, type SampleSite } from "../../support/command.ts";
import { programs } from "../../support/web-servers.ts";
import { startLogging, type LoggingServer } from "./logging-servers.ts";
import { addresses, browsers, noTruth, requests, send, tell } from "./requests.ts";

// Real servers write the logs; the counts that are read out of them are compared with what was asked.

let site: SampleSite;
beforeAll(() => {
  site = copySmallSite("two-posts-of-one-title");
  const settings = { title: "小站", author: "张三", baseUrl: "https://example.org", timeZone: zoneAtNoon() };
  writeFileSync(join(site.folder, "site.config.ts"), `export default ${JSON.stringify(settings)};`);
  const post = join(site.folder, "content/posts/complex.md");
  writeFileSync(post, readFileSync(post, "utf8").replace("---\n", "---\naliases: [/old/复数.html]\n"));
  expect(run(site, ["build"]).status).toBe(0);
});
afterAll(() => site.remove());

/** A zone in which it is about noon, so that no midnight falls into the test. */
function zoneAtNoon(): string {
  const hours = new Date().getUTCHours() - 12;
  return hours === 0 ? "Etc/GMT" : `Etc/GMT${hours > 0 ? "+" : ""}${hours}`;
}

const data = (name: string) => readFileSync(join(site.folder, "content/data/readers", name), "utf8");

describe.each(["nginx", "caddy"] as const)("a real %s", (name) => {
  describe.skipIf(programs[name] === undefined)("has reader counts in its log that", () => {
    const asked = requests(2000);
    const truth = noTruth();
    let server: LoggingServer;

    beforeAll(async () => {
      server = await startLogging(name, { site: site.folder, root: join(site.folder, "dist") });
      for (let first = 0; first < asked.length; first += 20)
        await Promise.all(
          asked.slice(first, first + 20).map(async (one) => tell(truth, one, await send(one, server.port))),
        );
      await server.stop();
    });

    it("are those that were asked for, one by one", () => {
      expect(readFileSync(server.log, "utf8").trimEnd().split("\n").length).toBeGreaterThanOrEqual(2000);
      expect(Math.min(...Object.values(truth.account))).toBeGreaterThan(30);
      const { printed, status } = run(site, ["readers", "import", name, `${name}/access.log`]);
      expect(status, printed).toBe(0);
      const { counted, again, robots, elsewhere, notReading } = truth.account;
      expect(printed.replaceAll(",", "")).toContain(
        `lines of 1 day: ${counted} readings of posts ${again} second looks within half an hour ${robots} by robots ${elsewhere} of other addresses ${notReading} no GET or not answered with 200 or 304`,
      );
      const rows = data(`${name}.csv`).trimEnd().split("\n").slice(1);
      expect(new Map(rows.map((row) => [row.split(",")[1], row.split(",").slice(2, 4)]))).toEqual(
        new Map([...truth.readers].map(([path, { size }]) => [path, [String(size), String(size)]])),
      );
    });

    it("stay so when the log is imported again, rotated, packed and cut", () => {
      const before = data(`${name}.csv`);
      const lines = readFileSync(server.log, "utf8").split("\n");
      writeFileSync(`${server.log}.2.gz`, gzipSync(lines.slice(0, 900).join("\n")));
      writeFileSync(`${server.log}.1`, lines.slice(700, 1500).join("\n"));
      const all = ["access.log", "access.log.1", "access.log.2.gz"].map((file) => `${name}/${file}`);
      for (const files of [all, all.slice(1)]) {
        expect(run(site, ["readers", "import", name, ...files]).printed).toContain(`${name}.csv: unchanged`);
        expect(data(`${name}.csv`)).toBe(before);
      }
    });

    it("hold nothing of who asked", () => {
      const content = join(site.folder, "content/data");
      const files = readdirSync(content, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      const written = files.map(({ parentPath, name: file }) => readFileSync(join(parentPath, file), "utf8")).join("");
      for (const secret of [...addresses, ...browsers]) expect(written).not.toContain(secret);
    });
  });
});
