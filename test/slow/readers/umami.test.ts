import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readers } from "../../../src/commands/readers/readers.ts";
import { copySmallSite, run, type SampleSite } from "../../support/command.ts";
import { hasServers, startPostgres, type Server } from "../../support/database-servers.ts";
import { blog, countsOf, deleted, other, privatePieces, umamiSql, views } from "./umami-tables.ts";

describe.skipIf(!hasServers())("Umami in a real PostgreSQL", () => {
  let site: SampleSite;
  let server: Server;
  let address: string;

  beforeAll(async () => {
    site = copySmallSite("two-posts-of-one-title");
    const settings = { title: "小站", baseUrl: "https://example.org", timeZone: "Asia/Shanghai" };
    writeFileSync(join(site.folder, "site.config.ts"), `export default ${JSON.stringify(settings)};`);
    const post = join(site.folder, "content/posts/complex.md");
    writeFileSync(post, readFileSync(post, "utf8").replace("---\n", "---\naliases: [/old/复数.html]\n"));
    rmSync(join(site.folder, "content/data"), { recursive: true, force: true });
    server = await startPostgres();
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query(umamiSql());
    const { rows } = await client.query<{ readonly line: string }>(
      `SELECT concat_ws(',', event_id, website_id, session_id, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS'),
         url_path, event_type) AS line FROM website_event WHERE website_id = '${blog}'`,
    );
    await client.end();
    const head = "event_id,website_id,session_id,created_at,url_path,event_type";
    writeFileSync(join(site.folder, "website_event.csv"), [head, ...rows.map(({ line }) => line), ""].join("\n"));
    // This user may read two tables, and nothing about visitors.
    address = server.url.replace("tester", "counter");
  });
  afterAll(async () => {
    await server.stop();
    site.remove();
  });

  /** What the site knows of a source: `day path` → views and visitors. */
  function stored(source: string): ReadonlyMap<string, readonly number[]> {
    const text = readFileSync(join(site.folder, `content/data/readers/${source}.csv`), "utf8");
    const rows = text.trimEnd().split("\n").slice(1);
    return new Map(
      rows.map((row) => {
        const [day, path, ...counts] = row.split(",");
        return [`${day} ${path}`, counts.slice(0, 2).map(Number)];
      }),
    );
  }

  /** Runs the command in this process, which is faster; what it prints, or the message and the hint of its refusal. */
  async function readUmami(...args: readonly string[]): Promise<string> {
    const printed: string[] = [];
    const out = (line: string) => void printed.push(line);
    try {
      await readers(site.folder, ["import", "umami", ...args], { out, error: out, isInteractive: false });
    } catch (error) {
      printed.push(String(error), String((error as { readonly hint?: string }).hint));
    }
    return printed.join("\n");
  }

  it("asks which website is meant, if it has several", async () => {
    const printed = await readUmami(address);
    expect(printed).toContain(`say which with --website: ${blog} (site-1.example), ${other} (site-2.example)`);
    expect(printed).not.toMatch(new RegExp(`${deleted}|only-for-this-test`));
  });

  it("gives views and sessions of each day and post, by the days of the site", () => {
    const { status, printed } = run(site, ["readers", "import", "umami", "--website", blog], { DATABASE_URL: address });
    expect(status, printed).toBe(0);
    expect(stored("umami")).toEqual(countsOf(views));
    expect(stored("umami").size).toBeGreaterThanOrEqual(6);
  });

  it("gives the same again, and the same as its table as a file", async () => {
    expect(await readUmami(address, "--website", blog)).toContain("umami.csv: unchanged");
    expect(await readUmami("website_event.csv", "--name", "file")).toContain(`file.csv: ${stored("umami").size} rows`);
    expect(stored("file")).toEqual(stored("umami"));
  });

  it("gives nothing about visitors", () => {
    const data = join(site.folder, "content/data/readers");
    const written = readdirSync(data).map((name) => readFileSync(join(data, name), "utf8"));
    expect(privatePieces.filter((piece) => written.join("").includes(piece))).toEqual([]);
  });

  it.each([
    [
      "a database without its tables",
      () => address.replace(/blog$/, "postgres"),
      "it has not the tables of that system",
    ],
    ["no database", () => address.replace(/blog$/, "absent"), "it has no database of that name"],
    ["a user who is not known", () => address.replace("counter", "nobody"), "it does not accept the user name"],
  ])("says so if it is %s, and repeats no name and no password", async (_what, wrong, message) => {
    const printed = await readUmami(wrong());
    expect(printed).toContain(message);
    expect(printed).not.toMatch(/only-for-this-test|nobody/);
  });
});
