import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createConnection } from "mysql2/promise";
import pg from "pg";
import initSqlJs from "sql.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importSite } from "../../../src/commands/import/import.ts";
import { copySmallSite, hashOfTree, run, type SampleSite } from "../../support/command.ts";
import { makeBlog, pattern, privatePieces } from "./blog.ts";
import { programs, startCaddy, startNginx } from "../../support/web-servers.ts";
import { oldUrls, permalinkOf, publishedIn } from "./old-urls.ts";
import { hasServers, startMariadb, startPostgres, type Server } from "../../support/database-servers.ts";
import { mysql, postgres, sqlite, sqlOf } from "./tables.ts";
import { datOf } from "./write-dat.ts";

const blog = makeBlog();
const prefix = "blog_";
/** An address of each kind → where it leads. */
const samples = {
  "/2015/": "/archives/",
  "/2015/01/割圆-3.html/comment-page-1": "/archives/3/",
  "/2015/03/": "/archives/",
  "/2015/03/05/": "/archives/",
  "/2015/page/2/": "/archives/",
  "/attachment/201/": "/archives/2/",
  "/author/1/": "/archives/",
  "/author/2/2/": "/archives/",
  "/category/geometry/2/": "/categories/几何-代数/",
  "/category/math/": "/categories/数学/",
  "/feed/": "/rss.xml",
  "/feed/atom/": "/atom.xml",
  "/feed/atom/2015/01/割圆-3.html": "/archives/3/",
  "/feed/comments/": "/comments/",
  "/feed/tag/complex/": "/tags/复数/",
  "/page/2/": "/page/2/",
  "/page/39/": "/archives/",
  "/search/割圆/": "/search/?q=割圆",
  "/tag/complex/3/": "/tags/复数/",
};
/** What a backup does not say. */
const said = ["--permalink", pattern, "--site-url", "https://old.example"];

describe.skipIf(!hasServers())("a blog of 200 posts and 1,500 comments", () => {
  let folder: string;
  let site: SampleSite;
  let servers: readonly Server[] = [];
  /** Name of a source → its file or address. */
  let sources: Readonly<Record<string, readonly string[]>> = {};
  const at = (name: string) => join(folder, name);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "typecho-"));
    servers = await Promise.all([startMariadb(), startPostgres()]);
    const [mariadb, postgresql] = servers;
    if (!mariadb || !postgresql) throw new Error("no servers");
    await fill(mariadb.url, postgresql.url);
    writeFileSync(at("blog.dat"), datOf(blog));
    const toServer = ["-h", "127.0.0.1"];
    dump("mysql.sql", "mariadb-dump", [
      "--no-defaults",
      ...toServer,
      "-P",
      String(mariadb.port),
      "-utester",
      "-ponly-for-this-test",
      "blog",
    ]);
    dump("postgres.sql", "pg_dump", [...toServer, "-p", String(postgresql.port), "-U", "tester", "blog"]);
    dump("sqlite.sql", "sqlite3", [at("blog.db"), ".dump"]);
    sources = {
      MariaDB: [mariadb.url],
      PostgreSQL: [postgresql.url],
      "a file of SQLite": [at("blog.db")],
      mysqldump: [at("mysql.sql")],
      pg_dump: [at("postgres.sql")],
      "SQLite's .dump": [at("sqlite.sql")],
      "a backup": [at("blog.dat"), ...said],
    };
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(folder, { recursive: true, force: true });
    site.remove();
  });

  async function fill(mysqlUrl: string, postgresUrl: string): Promise<void> {
    const connection = await createConnection({ uri: mysqlUrl, multipleStatements: true });
    await connection.query(`SET autocommit = 0; ${sqlOf(blog, mysql, prefix)} COMMIT;`);
    await connection.end();
    const client = new pg.Client({ connectionString: postgresUrl });
    await client.connect();
    await client.query(sqlOf(blog, postgres, prefix));
    await client.end();
    const database = new (await initSqlJs()).Database();
    database.run(sqlOf(blog, sqlite, prefix));
    writeFileSync(at("blog.db"), database.export());
  }

  function dump(name: string, program: string, args: readonly string[]): void {
    writeFileSync(at(name), execFileSync(program, args, { maxBuffer: 100_000_000 }));
  }

  /** A new site without any post. */
  function emptySite(): SampleSite {
    const site = copySmallSite("two-posts-of-one-title");
    rmSync(join(site.folder, "content"), { recursive: true });
    writeFileSync(
      join(site.folder, "site.config.ts"),
      'export default { title: "割圆记", baseUrl: "https://new.example" };\n',
    );
    return site;
  }

  /**
   * Once through the program; else in this process, which is faster. That the bundle of the program finds the clients of
   * other databases is shown by less.
   */
  async function importFrom(name: string, site: SampleSite) {
    const args = ["typecho", ...(sources[name] ?? [])];
    if (name === "MariaDB") {
      const { status, printed } = run(site, ["import", ...args]);
      return { exitCode: status, log: printed };
    }
    const log: string[] = [];
    const out = (line: string) => void log.push(line);
    const exitCode = await importSite(site.folder, args, { out, error: out, isInteractive: false });
    return { exitCode, log: log.join("\n") };
  }

  it("comes from MariaDB with all its formulas, and nothing private is anywhere", async () => {
    site = emptySite();
    const { exitCode, log } = await importFrom("MariaDB", site);
    expect(exitCode, log).toBe(0);
    expect(log).toContain("195 posts");
    expect(log).toMatch(/Formulas: (\S+) in, \1 out, \1 the same\. 0 fail/);
    expectNothingPrivate(site, log);
  });

  // An import into the same folder changes what differs, and says so.
  it.each(["PostgreSQL", "a file of SQLite", "mysqldump", "pg_dump", "SQLite's .dump"])(
    "is the same byte by byte from %s",
    async (name) => {
      const before = hashOfTree(join(site.folder, "content"));
      const { exitCode, log } = await importFrom(name, site);
      expect(exitCode, log).toBe(0);
      expect(log).toMatch(/^(\d+) files: \1 unchanged\.$/m);
      expect(hashOfTree(join(site.folder, "content"))).toBe(before);
      expectNothingPrivate(site, log);
    },
  );

  it("is the same from a backup but for the reader counts, which its report says", async () => {
    const other = emptySite();
    const { exitCode, log } = await importFrom("a backup", other);
    expect(exitCode, log).toBe(0);
    expect(log).toContain("reader counts come from fields only");
    expect(contentOf(other).replace(/^readers: 99\n/m, "")).toBe(contentOf(site).replace(/^readers: .*\n/gm, ""));
    expectNothingPrivate(other, log);
    other.remove();
  });

  it("is built with its reader counts", () => {
    const { status, printed } = run(site, ["build"]);
    expect(status, printed).toBe(0);
    expect(printed).not.toMatch(/redirects\/|site\/alias-clash/);
    const posts = publishedIn(blog).filter(({ type }) => type === "post");
    expect(posts).toHaveLength(194);
    const ranking = readFileSync(join(site.folder, "dist", "readers.csv"), "utf8");
    for (const { cid, views } of posts)
      expect(ranking).toMatch(new RegExp(`^/archives/${cid}/,.*,${views}(?:,|$)`, "m"));
    expectNothingPrivate(site, printed);
  });

  it.each([
    ["nginx", startNginx],
    ["caddy", startCaddy],
  ] as const)("answers every address of the old site from %s", async (name, startServer) => {
    if (programs[name] === undefined) return console.warn(`NO ${name}: its answers are not tested.`);
    const dist = join(site.folder, "dist");
    const server = await startServer(run(site, ["host-config", name, "--folder", dist]).printed);
    try {
      const answers = new Map<string, string>();
      const ask = async (url: string) => {
        const { status, url: end } = await fetch(server.origin + url, { headers: { Connection: "close" } });
        answers.set(url, status === 200 ? decodeURI(end.slice(server.origin.length)) : String(status));
      };
      // Caddy is asked less: it takes its time over hundreds of directives.
      const urls = [
        ...new Set(name === "nginx" ? oldUrls(blog) : [...oldUrls(blog).slice(0, 300), ...Object.keys(samples)]),
      ];
      for (let start = 0; start < urls.length; start += 20) await Promise.all(urls.slice(start, start + 20).map(ask));
      expect([...answers].filter(([, end]) => /^\d+$/.test(end))).toEqual([]);
      for (const post of publishedIn(blog).filter((one) => answers.has(permalinkOf(one))))
        expect(answers.get(permalinkOf(post))).toBe(`/archives/${post["cid"]}/`);
      expect(Object.fromEntries(Object.keys(samples).map((url) => [url, answers.get(url)]))).toEqual(samples);
    } finally {
      await server.stop();
    }
  });

  it("is not found by the program in a file of SQLite that another has made", async () => {
    const database = new (await initSqlJs()).Database();
    database.run("CREATE TABLE notes (id INTEGER)");
    writeFileSync(at("notes.db"), database.export());
    const { status, printed } = run(site, ["import", "typecho", at("notes.db")]);
    expect(status).toBe(2);
    expect(printed).toContain("there is no table “…contents” with the columns of Typecho");
  });

  it.each(["MariaDB", "PostgreSQL"])(
    "is not read from %s with a wrong name, and no message has name or password",
    (name) => {
      const [address = ""] = sources[name] ?? [];
      const { status, printed } = run(site, ["import", "typecho", address.replace("tester:", "secret-name:")]);
      expect(status).toBe(2);
      expect(printed).toMatch(/cannot read the database 127\.0\.0\.1:\d+\/blog: it does not accept the user name/);
      expect(printed).not.toMatch(/secret-name|only-for-this-test/);
    },
  );
});

/** No byte of a private column stands in any file or name of the site, or in the terminal. */
function expectNothingPrivate({ folder }: SampleSite, log: string): void {
  const ours = ["content", "public", "dist", ".suanjing"];
  const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => ours.includes(file.slice(folder.length + 1).split("/")[0] ?? ""))
    .map((file) => file + readFileSync(file, "latin1"));
  const all = Buffer.from([log, ...texts].join("\n"), "latin1").toString("latin1");
  expect(privatePieces.filter((piece) => all.includes(piece))).toEqual([]);
}

/** All posts and comments as one text. */
function contentOf({ folder }: SampleSite): string {
  const content = join(folder, "content");
  return readdirSync(content, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md") || path.startsWith("data/comments"))
    .filter((path) => /\.\w+$/.test(path))
    .sort()
    .map((path) => `${path}\n${readFileSync(join(content, path), "utf8")}`)
    .join("\n");
}
