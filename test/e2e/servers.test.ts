import { existsSync, readdirSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { copySample, run, type SampleSite } from "../support/command.ts";
import { programs, startCaddy, startNginx, type RunningServer } from "../support/web-servers.ts";
import { connect, pages } from "./visit.ts";

const missing = Object.entries(programs).flatMap(([name, path]) => (path === undefined ? [name] : []));
if (missing.length > 0)
  console.warn(`\nNO ${missing.join(", ")}: configurations are not tested. npm test installs them when it may.\n`);

let site: SampleSite;
let browser: Browser;
beforeAll(async () => {
  site = copySample(inject("kept"));
  browser = await connect();
});
afterAll(async () => {
  await browser.close();
  site.remove();
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** In hexadecimal if it is compressed. */
  readonly body: string;
}

/** One request, nothing followed and nothing unpacked. */
function get(url: string, encodings = ""): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { "Accept-Encoding": encodings } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => void parts.push(part));
      response.on("end", () => {
        const { statusCode: status, headers: given } = response;
        const isPacked = given["content-encoding"] !== undefined;
        resolve({ status, headers: given, body: Buffer.concat(parts).toString(isPacked ? "hex" : "utf8") });
      });
    })
      .on("error", reject)
      .end();
  });
}

describe.each([
  ["nginx", startNginx, "/"],
  ["nginx", startNginx, "/blog/"],
  ["caddy", startCaddy, "/"],
  ["caddy", startCaddy, "/blog/"],
] as const)("%s with the printed configuration", (name, start, base) => {
  describe.skipIf(missing.includes(name))(
    `at ${base}${missing.includes(name) ? " (SKIPPED: not installed)" : ""}`,
    () => {
      const out = `dist${base.replaceAll("/", "-")}`;
      let server: RunningServer;
      const at = (path: string) => server.origin + base + path;
      const fileOf = (path: string) => readFileSync(join(site.folder, out, path), "utf8");
      const packed = (path: string) => readFileSync(join(site.folder, out, path), "hex");

      beforeAll(async () => {
        const build = ["build", "--strict", "--compress", "--base", base, "--out", out];
        if (!existsSync(join(site.folder, out))) expect(run(site, build).status).toBe(0);
        const { printed } = run(site, ["host-config", name, "--base", base, "--folder", join(site.folder, out)]);
        server = await start(printed);
      });
      afterAll(() => server.stop());

      it("answers pages, and adds the final slash of an address", async () => {
        expect(await get(at("archives/"))).toMatchObject({ status: 200, body: fileOf("archives/index.html") });
        const { status, headers } = await get(at("archives"));
        expect([301, 308]).toContain(status);
        expect(headers["location"]).toBe(`${base}archives/`);
        const named = `series/${encodeURIComponent("矩阵求导手册")}`;
        expect((await get(at(named))).headers["location"]?.toString().toLowerCase()).toBe(
          `${base}${named}/`.toLowerCase(),
        );
      });

      it("shows the page for missing ones with status 404, and no file that is for servers", async () => {
        for (const path of ["no/such/page/", "assets/none.css", "_headers", "redirects.caddy", ".suanjing.json"])
          expect(await get(at(path)), path).toMatchObject({ status: 404, body: fileOf("404.html") });
      });

      it("sends every old address on", async () => {
        const lines = fileOf("_redirects").trim().split("\n");
        expect(lines.length).toBeGreaterThan(0);
        for (const line of lines) {
          const [from = "", to] = line.split(" ");
          expect(await get(server.origin + from), line).toMatchObject({ status: 301, headers: { location: to } });
        }
      });

      it("sends the compressed file that the browser can read", async () => {
        const page = "archives/writing-guide/";
        const answer = await get(at(page), "gzip");
        expect(answer).toMatchObject({ status: 200, body: packed(`${page}index.html.gz`) });
        expect(answer.headers["vary"]).toBe("Accept-Encoding");
        expect((await get(at(page))).body).toBe(fileOf(`${page}index.html`));
        const { headers, body } = await get(at(page), "gzip, br");
        if (headers["content-encoding"] === "br") expect(body).toBe(packed(`${page}index.html.br`));
      });

      it("lets browsers keep hashed files for ever, and asks about all others", async () => {
        const [asset = ""] = readdirSync(join(site.folder, out, "assets")).filter((file) => file.endsWith(".css"));
        expect((await get(at(`assets/${asset}`))).headers["cache-control"]).toContain("immutable");
        expect((await get(at(""))).headers["cache-control"]).toBe("no-cache");
        expect((await get(at("assets/none.css"))).headers["cache-control"]).not.toBe(
          "public, max-age=31536000, immutable",
        );
      });

      // Each server, each place.
      const isVisited = (name === "nginx") === (base === "/");
      it.runIf(isVisited)("shows a page of every kind without one report of the Content-Security-Policy", async () => {
        const context = await browser.newContext();
        const page = await context.newPage();
        const faults: string[] = [];
        page.on("console", (message) => void (message.type() === "error" && faults.push(message.text())));
        page.on("pageerror", (error) => void faults.push(error.message));
        page.on(
          "response",
          (answer) => void (answer.status() >= 400 && faults.push(`${answer.status()} ${answer.url()}`)),
        );
        await page.addInitScript(() => {
          document.addEventListener("securitypolicyviolation", (event) =>
            console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
          );
        });
        for (const [kind, path] of Object.entries(pages)) {
          const answer = await page.goto(at(path.slice(1)), { waitUntil: "load" });
          expect(answer?.headers()["content-security-policy"], kind).toContain("script-src 'self' 'sha256-");
          await page.evaluate(() => document.fonts.ready.then(() => undefined));
          expect(faults, kind).toEqual([]);
        }
        await context.close();
      });
    },
  );
});

it("the policy does stop a script that is not the site's", async () => {
  const { printed } = run(site, ["host-config", "vercel"]);
  const policy = /"Content-Security-Policy",\s*"value": "([^"]*)"/.exec(printed)?.[1] ?? "";
  const page = await browser.newPage();
  await page.route("http://site.example/", (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "Content-Security-Policy": policy },
      body: "<!doctype html><title>x</title><script>document.title = 'ran'</script><p onclick=\"document.title = 'ran'\">x</p>",
    }),
  );
  await page.goto("http://site.example/");
  await page.locator("p").click();
  expect(await page.title()).toBe("x");
  await page.close();
});
