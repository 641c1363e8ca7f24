import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { OutPath, SourcePath } from "../../src/model/brand.ts";
import { checkLinks, collectLinks } from "../../src/commands/check-links.ts";
import { tempFolder } from "../host/temp-folder.ts";

let server: Server;
let origin = "";
let asked: string[] = [];
let open = 0;
let mostOpen = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = String(request.url);
    asked.push(`${request.method} ${path}`);
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    void setTimeout(20).then(() => {
      open -= 1;
      if (path === "/silent") return;
      const status =
        path === "/no-head" && request.method === "HEAD" ? 405 : Number(/^\/(\d{3})$/.exec(path)?.[1] ?? 200);
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  mostOpen = 0;
});

interface Round {
  readonly cacheFile: string;
  readonly now: number;
}

/** Codes, places and messages about the links of one post. */
async function check(paths: readonly string[], { cacheFile, now }: Round) {
  const urls = paths.map((path) => (path.startsWith("/") ? origin + path : path));
  const text = `甲\n乙${urls.map((url) => `[丙](${url})`).join("")}`;
  const found = await checkLinks({
    urls: new Set(urls),
    result: { files: ["posts/a.md" as SourcePath], sourceOf: () => text },
    cacheFile,
    now,
    told: () => undefined,
    options: { timeoutMs: 300, delayMs: 1 },
  });
  return found.map(({ span, message }) => `${span?.start.line} ${message.replaceAll(origin, "")}`);
}

const round = (): Round => ({ cacheFile: join(tempFolder(), "links.json"), now: 0 });

describe("check --links", () => {
  it("asks a host one thing at a time, without the page, and reports what does not answer well", async () => {
    expect(await check(["/fine", "/404", "/500", "/403"], round())).toEqual([
      "2 the link to /404 leads nowhere: the answer is 404",
      "2 the link to /500 leads nowhere: the answer is 500",
    ]);
    expect(asked).toContain("HEAD /fine");
    expect(asked).not.toContain("GET /fine");
    expect(mostOpen).toBe(1);
  });

  it("asks again with GET where HEAD is not known", async () => {
    expect(await check(["/no-head"], round())).toEqual([]);
    expect(asked).toEqual(["HEAD /no-head", "GET /no-head"]);
  });

  it("gives up after the time limit, and says when there is no such host", async () => {
    expect(await check(["/silent"], round())).toEqual(["2 the link to /silent leads nowhere: no answer in time"]);
    const [refused] = await check(["http://127.0.0.1:9/"], round());
    expect(refused).toMatch(/^2 the link to http:\/\/127\.0\.0\.1:9\/ leads nowhere: ./);
  });

  it("remembers what answered for a week, and asks for the rest again", async () => {
    const first = round();
    await check(["/fine", "/404"], first);
    asked = [];
    await check(["/fine", "/404"], { ...first, now: 1000 });
    expect(asked).toEqual(["HEAD /404", "GET /404"]);
    await check(["/fine"], { ...first, now: 8 * 24 * 3_600_000 });
    expect(asked).toContain("HEAD /fine");
  });
});

it("collects each address once, from text and bytes of pages, without fragments", () => {
  const links = collectLinks();
  const page =
    '<a class="x" href="https://a.example/?a=1&amp;b=2#c">x</a><a href="/own/">y</a><a href="https://[bad">z</a>';
  links.add({ path: "a.html" as OutPath, body: page });
  links.add({ path: "b.html" as OutPath, body: Buffer.from(page) });
  links.add({ path: "feed.xml" as OutPath, body: '<a href="https://b.example/">x</a>' });
  expect([...links.urls]).toEqual(["https://a.example/?a=1&b=2"]);
});
