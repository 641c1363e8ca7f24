import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { copySmallSite, run, type SampleSite } from "../../support/command.ts";

// A real nginx writes the log; the counts that are read out of it are compared with what was asked of it.

const nginx = process.env["NGINX_PATH"] ?? "/usr/sbin/nginx";
const hasNginx = spawnSync(nginx, ["-v"]).status === 0;

const browsers = ["Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0", "Mozilla/5.0 (Windows NT 10.0) Firefox/151.0"];
const robots = ["Mozilla/5.0 (compatible; Googlebot/2.1)", "Bytespider", "curl/8.5.0", ""];
const addresses = Array.from({ length: 12 }, (_, index) => `127.0.0.${index + 2}`);

/** Ways to ask for a post → the path that it is counted under. */
const posts: Readonly<Record<string, string>> = {
  "/archives/complex/": "/archives/complex/",
  "/archives/complex": "/archives/complex/",
  "/archives/complex/index.html?from=feed": "/archives/complex/",
  "/old/%E5%A4%8D%E6%95%B0.html": "/archives/complex/",
  "/archives/guide/": "/archives/guide/",
  "/archives/rotation-1/#top": "/archives/rotation-1/",
};
const others = ["/", "/tags/", "/readers.csv", "/favicon.svg", "/archives/no-such-post/", "/archives/guide/index.md"];

interface Asked {
  readonly method: "GET" | "HEAD" | "POST";
  readonly target: string;
  readonly ip: string;
  readonly agent: string;
  readonly isConditional: boolean;
}

/** Numbers that look random and are the same every time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

function pick<T>(from: readonly T[], roll: (sides: number) => number): T {
  const one = from[roll(from.length)];
  if (one === undefined) throw new Error("nothing to pick from");
  return one;
}

function requests(count: number): readonly Asked[] {
  const roll = dice(20_261_125);
  return Array.from({ length: count }, (): Asked => {
    const isPost = roll(3) > 0;
    return {
      method: pick(["GET", "GET", "GET", "GET", "GET", "GET", "HEAD", "POST"] as const, roll),
      target: pick(isPost ? Object.keys(posts) : others, roll),
      ip: pick(addresses, roll),
      agent: pick(roll(4) === 0 ? robots : browsers, roll),
      isConditional: roll(5) === 0,
    };
  });
}

/** Sends a request; the status of the answer. */
function send({ method, target, ip, agent, isConditional }: Asked, port: number): Promise<number> {
  const headers = {
    ...(agent !== "" && { "user-agent": agent }),
    ...(isConditional && { "if-modified-since": new Date(Date.now() + 60_000).toUTCString() }),
  };
  const path = target.replace(/#.*/, "");
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method, path, localAddress: ip, headers }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode ?? 0));
    });
    sent.on("error", reject);
    sent.end();
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function configuration(folder: string, root: string, port: number): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return `
daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
${process.getuid?.() === 0 ? "user root;" : ""}
events { worker_connections 64; }
http {
  ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(" ")}
  if_modified_since before;
  access_log ${folder}/access.log combined;
  server {
    listen 127.0.0.1:${port};
    root ${root};
    location / { try_files $uri $uri/index.html $uri.html =404; }
  }
}`;
}

/** A zone in which it is about noon, so that no midnight falls into the test. */
function zoneAtNoon(): string {
  const hours = new Date().getUTCHours() - 12;
  return hours === 0 ? "Etc/GMT" : `Etc/GMT${hours > 0 ? "+" : ""}${hours}`;
}

describe.skipIf(!hasNginx)("reader counts of a real nginx", () => {
  const asked = requests(2000);
  let site: SampleSite;
  let server: ChildProcess | undefined;
  let folder: string;
  const account = { counted: 0, again: 0, robots: 0, elsewhere: 0, notReading: 0 };
  const truth = new Map<string, Set<string>>();

  beforeAll(async () => {
    site = copySmallSite("two-posts-of-one-title");
    const settings = { title: "小站", author: "张三", baseUrl: "https://example.org", timeZone: zoneAtNoon() };
    writeFileSync(join(site.folder, "site.config.ts"), `export default ${JSON.stringify(settings)};`);
    const post = join(site.folder, "content/posts/complex.md");
    writeFileSync(post, readFileSync(post, "utf8").replace("---\n", "---\naliases: [/old/复数.html]\n"));
    expect(run(site, ["build"]).status).toBe(0);
    folder = join(site.folder, "nginx");
    mkdirSync(folder);
    const port = await freePort();
    writeFileSync(join(folder, "nginx.conf"), configuration(folder, join(site.folder, "dist"), port));
    server = spawn(nginx, ["-c", join(folder, "nginx.conf"), "-e", join(folder, "error.log")], { stdio: "ignore" });
    await vi.waitFor(() => expect(readdirSync(folder)).toContain("nginx.pid"), { timeout: 10_000 });
    for (const one of asked) tell(one, await send(one, port));
    const ended = new Promise((resolve) => server?.once("exit", resolve));
    server.kill("SIGQUIT");
    await ended;
  });

  afterAll(() => {
    server?.kill("SIGKILL");
    site.remove();
  });

  /** What is to be counted, by the answer that nginx gave. */
  function tell({ method, target, ip, agent }: Asked, status: number): void {
    const path = posts[target];
    const isReading = method === "GET" && (status === 200 || status === 304);
    const readers = truth.get(path ?? "") ?? new Set();
    if (!isReading) account.notReading += 1;
    else if (path === undefined) account.elsewhere += 1;
    else if (robots.includes(agent)) account.robots += 1;
    else if (readers.has(ip + agent)) account.again += 1;
    else {
      account.counted += 1;
      truth.set(path, readers.add(ip + agent));
    }
  }

  it("asks for everything that there is", () => {
    const log = readFileSync(join(folder, "access.log"), "utf8");
    expect(log.trimEnd().split("\n")).toHaveLength(2000);
    for (const status of [200, 304, 404, 405]) expect(log).toContain(`" ${status} `);
    expect(Math.min(...Object.values(account))).toBeGreaterThan(30);
  });

  it("are those that were asked for, one by one", () => {
    const { printed, status } = run(site, ["readers", "import", "nginx", "nginx/access.log"]);
    expect(status).toBe(0);
    const { counted, again, robots: byRobots, elsewhere, notReading } = account;
    expect(printed.replaceAll(",", "")).toContain(
      `2000 lines of 1 days: ${counted} readings of posts ${again} second looks within half an hour ${byRobots} by robots ${elsewhere} of other addresses ${notReading} no GET or not answered with 200 or 304.`,
    );
    expect(new Map(rows().map(([, path, views, visitors]) => [path, [views, visitors]]))).toEqual(
      new Map([...truth].map(([path, { size }]) => [path, [String(size), String(size)]])),
    );
  });

  it("stay so when the log is imported again, rotated, packed and cut", () => {
    const before = readFileSync(join(site.folder, "content/data/readers/nginx.csv"), "utf8");
    const lines = readFileSync(join(folder, "access.log"), "utf8").split("\n");
    writeFileSync(join(folder, "access.log.2.gz"), gzipSync(lines.slice(0, 900).join("\n")));
    writeFileSync(join(folder, "access.log.1"), lines.slice(700, 1500).join("\n"));
    const all = ["nginx/access.log", "nginx/access.log.1", "nginx/access.log.2.gz"];
    for (const files of [all, all.slice(1)]) {
      expect(run(site, ["readers", "import", "nginx", ...files]).printed).toContain("nginx.csv: unchanged");
      expect(readFileSync(join(site.folder, "content/data/readers/nginx.csv"), "utf8")).toBe(before);
    }
  });

  it("hold nothing of who asked", () => {
    const data = join(site.folder, "content/data");
    const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const written = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), "utf8")).join("");
    for (const secret of [...addresses, ...browsers]) expect(written).not.toContain(secret);
  });

  it("stand on the pages of the next build", () => {
    expect(run(site, ["build"]).status).toBe(0);
    const page = readFileSync(join(site.folder, "dist/archives/guide/index.html"), "utf8");
    expect(page).toContain(`${truth.get("/archives/guide/")?.size}位读者`);
  });

  function rows(): readonly (readonly string[])[] {
    const text = readFileSync(join(site.folder, "content/data/readers/nginx.csv"), "utf8");
    return text
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","));
  }
});
