import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A database server of its own, which nobody else can reach. */
export interface Server {
  /** Address of its empty database. */
  readonly url: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** Debian keeps the programs of PostgreSQL out of the path. */
const versions = "/usr/lib/postgresql";
const programs = (existsSync(versions) ? readdirSync(versions) : [])
  .map((version) => join(versions, version, "bin"))
  .find((folder) => existsSync(join(folder, "initdb")));

/** Whether the databases are there; `scripts/databases.mjs` installs them. */
export function hasServers(): boolean {
  return existsSync("/usr/sbin/mariadbd") && existsSync("/usr/bin/sqlite3") && programs !== undefined;
}

const isRoot = process.getuid?.() === 0;
const password = "only-for-this-test";

/** Starts MariaDB on a free port of the loopback, with its data in a temporary folder. */
export async function startMariadb(): Promise<Server> {
  const folder = folderOf("mysql");
  const user = isRoot ? ["--user=mysql"] : [];
  execFileSync(
    "mariadb-install-db",
    ["--no-defaults", `--datadir=${folder}`, "--auth-root-authentication-method=normal", "--skip-test-db", ...user],
    { stdio: "ignore" },
  );
  const port = await freePort();
  const socket = join(folder, "s.sock");
  const options = [
    `--datadir=${folder}`,
    `--socket=${socket}`,
    `--port=${port}`,
    "--bind-address=127.0.0.1",
    `--pid-file=${join(folder, "pid")}`,
    // What is lost in a crash is of no use to anybody.
    "--innodb-flush-log-at-trx-commit=0",
    "--innodb-doublewrite=0",
  ];
  const child = spawn("/usr/sbin/mariadbd", ["--no-defaults", ...options, ...user], { stdio: "ignore" });
  const sql = `CREATE DATABASE blog CHARACTER SET utf8mb4; CREATE USER tester@'127.0.0.1' IDENTIFIED BY '${password}'; GRANT ALL ON blog.* TO tester@'127.0.0.1'`;
  await until(() => spawnSync("mariadb", ["--no-defaults", `--socket=${socket}`, "-uroot", "-e", sql]).status === 0);
  return { url: `mysql://tester:${password}@127.0.0.1:${port}/blog`, port, stop: () => stop(child, folder) };
}

/** Starts PostgreSQL in the same way; it refuses to run as root. */
export async function startPostgres(): Promise<Server> {
  const folder = folderOf("postgres");
  const as = (program: string, args: readonly string[]): [string, string[]] =>
    isRoot
      ? ["runuser", ["-u", "postgres", "--", join(programs ?? "", program), ...args]]
      : [join(programs ?? "", program), [...args]];
  const data = join(folder, "data");
  const [initdb, initdbArgs] = as("initdb", ["-D", data, "-U", "tester", "--auth=trust", "-E", "UTF8", "--no-sync"]);
  execFileSync(initdb, initdbArgs, { stdio: "ignore", cwd: folder });
  const port = await freePort();
  const [postgres, args] = as("postgres", [
    "-D",
    data,
    "-p",
    String(port),
    "-k",
    folder,
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    "fsync=off",
  ]);
  const child = spawn(postgres, args, { stdio: "ignore", cwd: folder });
  const create = ["-h", "127.0.0.1", "-p", String(port), "-U", "tester", "blog"];
  await until(() => spawnSync(join(programs ?? "", "createdb"), create, { stdio: "ignore" }).status === 0);
  return { url: `postgres://tester:${password}@127.0.0.1:${port}/blog`, port, stop: () => stop(child, folder) };
}

function folderOf(user: string): string {
  const folder = mkdtempSync(join(tmpdir(), `suanjing-${user}-`));
  if (!isRoot) return folder;
  const id = (flag: string) => Number(execFileSync("id", [flag, user], { encoding: "utf8" }));
  chownSync(folder, id("-u"), id("-g"));
  return folder;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

async function until(isReady: () => boolean): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (isReady()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("the server did not start");
}

async function stop(child: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
