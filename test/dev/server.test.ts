import { symlinkSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { outputOf, type Body } from "../../src/dev/lookup.ts";
import type { Problem } from "../../src/dev/problem.ts";
import { startServer, type Server, type ServerOptions } from "../../src/dev/server.ts";
import { tempFolder } from "../host/temp-folder.ts";
import { get, parseAnswer, rawRequest } from "./raw-request.ts";

const open: Server[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const edited: NonNullable<Problem["at"]>[] = [];
const live = { script: "the script", edit: (place: NonNullable<Problem["at"]>) => void edited.push(place) };

async function start(
  files: Readonly<Record<string, string | Uint8Array | { readonly file: string }>>,
  options: Partial<ServerOptions> & { readonly base?: string } = {},
) {
  const server = await startServer({ port: 0, live, ...options });
  open.push(server);
  server.setOutput(outputOf(new Map<string, Body>(Object.entries(files)), options.base ?? "/"));
  return server;
}

const secret = "TOP-SECRET";

/** A site in a folder with secrets around it. */
async function siteAmongSecrets() {
  const root = tempFolder({
    "dist/index.html": "<body>home</body>",
    "dist/x.html": "x",
    "dist/404.html": "<body>nothing here</body>",
    "secret.txt": secret,
    ".env": secret,
    "dist/.env": secret,
    "dist/.git/config": secret,
  });
  const files = Object.fromEntries(
    ["index.html", "x.html", "404.html"].map((path) => [path, { file: join(root, "dist", path) }]),
  );
  return { root, server: await start(files) };
}

describe("hostile targets", () => {
  const up = "../".repeat(12);
  const targets = [
    [
      "/../secret.txt",
      "/..%2fsecret.txt",
      "/%2e%2e/secret.txt",
      "/%252e%252e/secret.txt",
      "/..%5csecret.txt",
      "/..\\secret.txt",
      "/%2e%2e%2fsecret.txt",
    ],
    [
      "/%00",
      "/x%00.html",
      "/x.html%00",
      "//localhost/x.html",
      "//etc/passwd",
      "http://localhost/x.html",
      "http://localhost/../secret.txt",
      "file:///etc/passwd",
    ],
    [
      "/secret.txt?.svg",
      "/x.html#y",
      "/../secret.txt#/x.html",
      "/secret.txt?import&raw??",
      "/x.html?/../../secret.txt",
      "/@fs/etc/passwd",
      "/@fs/etc/passwd?raw??",
    ],
    [
      "/C:/windows/win.ini",
      "/C|/x",
      "/\\\\localhost\\x",
      "/proc/self/environ",
      "/etc/passwd",
      "/.env",
      "/.git/config",
      "/.suanjing.json",
      "/node_modules/katex/package.json",
    ],
    [
      "/x/.",
      "/./secret.txt",
      "/x/./../secret.txt",
      "/x/../../secret.txt",
      "/..;/secret.txt",
      "/....//secret.txt",
      "/.%2e/secret.txt",
      "/%c0%ae%c0%ae/secret.txt",
      "/%e0%80%ae/x",
      "/%u002e%u002e/x",
    ],
    [
      "/%",
      "/%2",
      "/%gg",
      "/\xe4\xb8\xad",
      "/\x01",
      "/\x7f",
      `/${up}etc/passwd`,
      `/${"%2e%2e/".repeat(12)}etc/passwd`,
      "/a/".repeat(2000),
      `/${"a/".repeat(4000)}`,
      "*",
      "",
      "x.html",
      "?",
      "/?",
      "/__suanjing/",
      "/__suanjing/../secret.txt",
      "/__proto__",
      "/constructor/prototype",
    ],
  ].flat();

  it("are many", () => expect(new Set(targets).size).toBeGreaterThanOrEqual(50));

  it("never get anything from outside, nor a path or an error of the program", async () => {
    const { root, server } = await siteAmongSecrets();
    for (const target of targets) {
      const answer = await get(server.port, target);
      const name = target.slice(0, 60);
      expect([200, 400, 404, 414], `${name}: ${answer.head}`).toContain(answer.status);
      if (answer.status === 200) expect(["/?", "/x.html?/../../secret.txt"], name).toContain(target);
      for (const leak of [secret, root, process.cwd(), "/home", "node:", "    at ", "Error:", "root:"])
        expect(answer.body, name).not.toContain(leak);
    }
    expect((await get(server.port, "/x.html")).status).toBe(200);
  });

  it("with 10,000 segments are too long", async () => {
    const { server } = await siteAmongSecrets();
    expect((await get(server.port, `/${"a/".repeat(10_000)}`)).status).toBe(414);
  });

  it.each([
    ["an empty request line", " \r\n\r\n"],
    ["no HTTP", "hello\r\n\r\n"],
    ["no version", "GET /x.html\r\n\r\n"],
    ["an unknown version", "GET /x.html HTTP/9.9\r\nHost: localhost\r\n\r\n"],
    ["no host", "GET /x.html HTTP/1.1\r\nConnection: close\r\n\r\n"],
    ["no host in HTTP/1.0", "GET /x.html HTTP/1.0\r\n\r\n"],
    ["two hosts", "GET /x.html HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n"],
    ["two equal hosts", "GET /x.html HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\nConnection: close\r\n\r\n"],
    ["a folded header", "GET /x.html HTTP/1.1\r\nHost: evil\r\n .example\r\nConnection: close\r\n\r\n"],
    [
      "two lengths",
      "GET /x.html HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\nConnection: close\r\n\r\nx",
    ],
    [
      "length and chunks",
      "GET /x.html HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n",
    ],
    ["a space in the target", "GET /x.html /../secret.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"],
    ["huge headers", `GET /x.html HTTP/1.1\r\nHost: localhost\r\nX: ${"x".repeat(100_000)}\r\n\r\n`],
    ["CONNECT", "CONNECT evil.example:80 HTTP/1.1\r\nHost: localhost\r\n\r\n"],
  ])("in a request with %s get nothing", async (_name, request) => {
    const { root, server } = await siteAmongSecrets();
    const answer = parseAnswer(await rawRequest(server.port, request));
    expect([0, 400, 403, 405, 431, 505]).toContain(answer.status);
    expect(answer.body).not.toContain(root);
    expect((await get(server.port, "/x.html")).body).toContain("x");
  });
});

describe("who may ask", () => {
  it.each(["evil.example", "evil.example:4321", "localhost.evil.example", "0.0.0.0", "192.168.1.2", ""])(
    "is nobody who calls this machine “%s”",
    async (host) => {
      const server = await start({ "index.html": secret });
      const { status, body } = await get(server.port, "/", [`Host: ${host}`]);
      expect(status).toBe(403);
      expect(body).not.toContain(secret);
    },
  );

  it("is no page of another origin, and no answer allows one", async () => {
    const server = await start({ "index.html": "home" });
    const host = `Host: localhost:${server.port}`;
    for (const origin of ["http://evil.example", "null", "https://localhost", `http://localhost:${server.port + 1}`]) {
      for (const target of ["/", "/__suanjing/events", "/__suanjing/reload.js"]) {
        const { status, head } = await get(server.port, target, [host, `Origin: ${origin}`]);
        expect(status).toBe(403);
        expect(head.toLowerCase()).not.toContain("access-control");
      }
    }
    const own = await get(server.port, "/", [host, `Origin: http://localhost:${server.port}`]);
    expect(own.status).toBe(200);
    expect(own.head.toLowerCase()).not.toContain("access-control");
    expect(own.head).toContain("cross-origin-resource-policy: same-origin");
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])("may not %s", async (method) => {
    const server = await start({ "index.html": "home" });
    const { status, head } = await get(server.port, "/", ["Host: localhost", "Content-Length: 0"], method);
    expect(status).toBe(405);
    expect(head).toMatch(/allow: GET, HEAD/i);
  });
});

describe("serving", () => {
  it("gives pages with the script, other files as they are", async () => {
    const root = tempFolder({ "a.css": "body{}" });
    const server = await start({
      "index.html": "<body>甲</body>",
      "a.css": { file: join(root, "a.css") },
      "b.bin": new Uint8Array([1, 2]),
      "empty.txt": "",
    });
    const page = await get(server.port, "/");
    expect(page.body).toMatch(
      /^<body>甲<script src="\/__suanjing\/reload\.js" data-build="[0-9a-f]{8}\.1"><\/script><\/body>$/,
    );
    expect(page.head).toContain("content-type: text/html; charset=utf-8");
    expect(await get(server.port, "/a.css")).toMatchObject({
      status: 200,
      body: "body{}",
      head: expect.stringContaining("content-type: text/css"),
    });
    expect((await get(server.port, "/b.bin")).body).toBe("\u0001\u0002");
    expect(await get(server.port, "/empty.txt")).toMatchObject({ status: 200, body: "" });
    expect((await get(server.port, "/__suanjing/reload.js")).body).toContain("the script");
  });

  it("gives pages without the script when they are not to reload", async () => {
    const server = await startServer({ port: 0 });
    open.push(server);
    server.setOutput(outputOf(new Map([["index.html", "<body>甲</body>"]]), "/"));
    expect((await get(server.port, "/")).body).toBe("<body>甲</body>");
    expect((await get(server.port, "/__suanjing/reload.js")).status).toBe(404);
    expect((await get(server.port, "/__suanjing/events")).status).toBe(404);
  });

  it("leads to folders, and shows the 404 page", async () => {
    const server = await start({ "a/index.html": "a", "404.html": "<body>nothing</body>" }, { base: "/blog/" });
    expect(await get(server.port, "/blog/a?q")).toMatchObject({
      status: 302,
      head: expect.stringMatching(/location: \/blog\/a\/\?q\r\n/),
    });
    expect(await get(server.port, "/blog/b")).toMatchObject({ status: 404, body: expect.stringContaining("nothing") });
    expect((await get(server.port, "/")).head).toContain("location: /blog/");
  });

  it("answers HEAD with everything but the content", async () => {
    const root = tempFolder({ "a.css": "body{}" });
    const server = await start({ "index.html": "<body></body>", "a.css": { file: join(root, "a.css") } });
    const length = (head: string) => /content-length: (\d+)/.exec(head)?.[1];
    for (const target of ["/", "/a.css"]) {
      const head = await get(server.port, target, undefined, "HEAD");
      expect(head).toMatchObject({ status: 200, body: "" });
      expect(length(head.head)).toBe(length((await get(server.port, target)).head));
    }
  });

  it("does not follow a file that has become a link", async () => {
    const root = tempFolder({ "a.png": "a", "a.html": "a", "secret.txt": secret });
    const server = await start({ "a.png": { file: join(root, "a.png") }, "a.html": { file: join(root, "a.html") } });
    for (const name of ["a.png", "a.html"]) {
      rmSync(join(root, name));
      expect((await get(server.port, `/${name}`)).status).toBe(404);
      symlinkSync(join(root, "secret.txt"), join(root, name));
      expect(await get(server.port, `/${name}`)).toMatchObject({
        status: 404,
        body: expect.not.stringContaining(secret),
      });
    }
  });

  it("takes the next port when one is taken", async () => {
    const first = await start({ "index.html": "1" });
    const second = await start({ "index.html": "2" }, { port: first.port });
    expect(second.port).toBeGreaterThan(first.port);
    expect((await get(second.port, "/")).body).toContain("2");
  });

  it("never mixes two builds in an answer", async () => {
    const page = (mark: string) => `<body>${mark.repeat(60_000)}</body>`;
    const outputs = ["a", "b"].map((mark) => outputOf(new Map([["index.html", page(mark)]]), "/"));
    const server = await start({ "index.html": page("a") });
    const swapping = setInterval(() => outputs.forEach((output) => server.setOutput(output)), 1);
    try {
      for (let round = 0; round < 25; round += 1) {
        const answers = await Promise.all(Array.from({ length: 16 }, () => get(server.port, "/")));
        for (const { body } of answers)
          expect(body.replace(/<script.*?<\/script>/, "")).toMatch(/^<body>(?:a{60000}|b{60000})<\/body>$/);
      }
    } finally {
      clearInterval(swapping);
    }
  });
});

describe("the event stream", () => {
  /** Reads states from the stream until there are `count`. */
  function states(
    port: number,
    count: number,
  ): Promise<{ readonly build: string; readonly problems: readonly unknown[] }[]> {
    return new Promise((resolve, reject) => {
      let text = "";
      const socket = connect(
        port,
        "127.0.0.1",
        () => void socket.write("GET /__suanjing/events HTTP/1.1\r\nHost: localhost\r\n\r\n"),
      );
      socket.on("error", reject).on("data", (chunk) => {
        text += chunk.toString("utf8");
        const found = [...text.matchAll(/^data: (.*)$/gm)].map(
          ([, json = ""]) => JSON.parse(json) as { build: string; problems: unknown[] },
        );
        if (found.length < count) return;
        socket.destroy();
        resolve(found);
      });
    });
  }

  it("tells the state at once, then every build and its problems", async () => {
    const server = await start({ "index.html": "1" });
    const heard = states(server.port, 3);
    await states(server.port, 1);
    server.setProblems([{ text: "a.md:1:1: error\n<b>", at: { file: "/secret/a.md", line: 1, column: 1 } }]);
    server.setOutput(outputOf(new Map(), "/"));
    const [first, second, third] = await heard;
    expect(first?.problems).toEqual([]);
    expect(second).toEqual({ build: first?.build, problems: [{ text: "a.md:1:1: error\n<b>", canOpen: true }] });
    expect(third?.build).not.toBe(first?.build);
  });

  it("ends with the server", async () => {
    const server = await startServer({ port: 0, live });
    const ended = rawRequest(server.port, "GET /__suanjing/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
    await states(server.port, 1);
    await server.close();
    expect(await ended).toContain("text/event-stream");
  });
});

describe("opening the editor", () => {
  const post = (port: number, target: string, origin?: string) =>
    rawRequest(
      port,
      `POST ${target} HTTP/1.1\r\nHost: localhost\r\n${origin === undefined ? "" : `Origin: ${origin}\r\n`}Content-Length: 0\r\nConnection: close\r\n\r\n`,
    );

  it("is for pages of this server, at places of problems that are shown", async () => {
    edited.length = 0;
    const server = await start({ "index.html": "1" });
    const at = { file: "/site/a.md", line: 3, column: 2 };
    server.setProblems([{ text: "a fault without a place" }, { text: "a fault", at }]);
    expect(await post(server.port, "/__suanjing/edit/1", "http://localhost")).toContain("204");
    expect(edited).toEqual([at]);
    for (const number of ["0", "2", "-1", "x", ""])
      expect(await post(server.port, `/__suanjing/edit/${number}`, "http://localhost")).toContain("404");
    expect(await post(server.port, "/__suanjing/edit/1", "http://evil.example")).toContain("403");
    expect(await post(server.port, "/__suanjing/edit/1")).toContain("405");
    expect(await post(server.port, "/index.html", "http://localhost")).toContain("405");
    expect(edited).toHaveLength(1);
  });
});
