import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { servePreview } from "../../src/dev/preview-server.ts";
import { copySmallSite, run } from "../support/command.ts";
import { comment, commentFile } from "../support/comments.ts";
import { hostileMarkup } from "../support/hostile-markup.ts";
import { buildSite, post, type BuiltSite } from "../support/site.ts";
import { connect, visit } from "./visit.ts";

let browser: Browser;
beforeAll(async () => void (browser = await connect()));
afterAll(() => browser.close());

const own = post("posts/a.md", "title: 甲文\ndate: 2024-01-02");

/** Serves a site that is in memory to one page; every other address is only noted. */
async function open(
  site: BuiltSite,
  path: string,
): Promise<{ page: Page; asked: string[]; ran: () => Promise<number> }> {
  const page = await browser.newPage();
  const asked: string[] = [];
  await page.addInitScript("window.ran = 0; window.alert = () => { window.ran += 1; };");
  await page.route("**/*", async (route) => {
    const url = new URL(route.request().url());
    const body = url.host === "example.org" ? site.files.get(`${url.pathname.slice(1)}index.html`) : undefined;
    if (body !== undefined) return route.fulfill({ body, contentType: "text/html; charset=utf-8" });
    asked.push(url.href);
    return route.fulfill({ status: 404, body: "" });
  });
  await page.goto(`https://example.org${path}`, { waitUntil: "load" });
  return { page, asked, ran: () => page.evaluate("window.ran") };
}

/** Well over sixty comments, of which each of the first kind has a formula beside what attacks. */
const hostile = hostileMarkup.flatMap((markup, index) => [
  comment({ id: `c${index}`, content: `${markup}\n\n设$x_{${index}}$与$\\frac{1}{n}$` }),
  comment({ id: `n${index}`, nick: markup, page_title: markup, badge_name: markup }),
  comment({ id: `l${index}`, link: markup }),
  comment({ id: `h${index}`, content: `<p>${markup}</p>` }),
]);

describe("hostile text in comments", () => {
  it("runs nothing on the pages of a whole small site either", async () => {
    const site = copySmallSite("comments-with-orphans-and-circles");
    run(site, ["build", "--no-cache"]);
    const server = await servePreview(join(site.folder, "dist"), { port: 0, base: "/" });
    const page = await browser.newPage();
    for (const path of ["/archives/spring/", "/comments/", "/"]) {
      await page.goto(server.origin + path, { waitUntil: "load" });
      expect(await page.getByText("onerror=").count()).toBeGreaterThan(0);
      expect(await page.title()).not.toBe("ran");
    }
    await page.close();
    await server.close();
    site.remove();
  });

  it.each(["/archives/a/", "/", "/comments/"])("runs nothing on %s, not even when all is clicked", async (path) => {
    const site = await buildSite(own + commentFile("old", hostile));
    const { page, asked, ran } = await open(site, path);
    expect(await page.locator("[id^=comment-], .latest li").count()).toBeGreaterThan(9);
    if (path === "/archives/a/")
      expect(await page.locator(".comment .katex").count()).toBeGreaterThanOrEqual(2 * hostileMarkup.length);
    await page.evaluate(() => {
      addEventListener("click", (event) => event.isTrusted || event.preventDefault());
      for (const element of Array.from(document.querySelectorAll<HTMLElement>("main *"))) {
        element.focus?.();
        element.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
        if (element instanceof HTMLAnchorElement && element.protocol.startsWith("http")) continue;
        element.click?.();
      }
    });
    expect(await ran()).toBe(0);
    expect(asked.filter((href) => !/\/(?:favicon|site\.webmanifest)/.test(href))).toEqual([]);
    await page.close();
  });
});

describe("new comments", () => {
  const script = transformSync(readFileSync(new URL("../../src/client/live-comments.ts", import.meta.url), "utf8"), {
    loader: "ts",
  }).code;
  const giscus = { kind: "giscus", repo: "o/r", repoId: "R_1", category: "评论", categoryId: "C_1" } as const;
  const waline = { kind: "waline", server: "https://w.example" } as const;
  const long = post("posts/a.md", "title: 甲文\ndate: 2024-01-02", "段。\n\n".repeat(200));
  const isForeign = (href: string) => !href.startsWith("https://example.org/");

  async function live(settings: typeof giscus | typeof waline) {
    const site = await buildSite(long, { config: { comments: { live: settings } } });
    const opened = await open(site, "/archives/a/");
    await opened.page.addScriptTag({ content: script });
    return opened;
  }

  it.each([
    ["giscus", giscus, "https://giscus.app/client.js"],
    ["Waline", waline, "https://unpkg.com/@waline/client@"],
  ])("of %s come when the reader does, and not before", async (_name, settings, address) => {
    const { page, asked } = await live(settings);
    await page.waitForTimeout(200);
    expect(asked.filter(isForeign)).toEqual([]);
    const request = page.waitForRequest((one) => isForeign(one.url()));
    await page.locator("#comments").scrollIntoViewIfNeeded();
    expect((await request).url()).toContain(address);
    await page.close();
  });

  it("come by a click too, and are kept under the path of the post", async () => {
    const { page } = await live(giscus);
    const request = page.waitForRequest((one) => isForeign(one.url()));
    // Not a click of the mouse, for which the place would scroll into view.
    await page.locator(".live a").dispatchEvent("click");
    await request;
    expect(await page.locator(".live script").getAttribute("data-term")).toBe("/archives/a/");
    expect(page.url()).toBe("https://example.org/archives/a/");
    await page.close();
  });
});

describe("archived comments", () => {
  it("are there without scripts, and can be linked to", async () => {
    const { page, faults, close } = await visit(browser, "/archives/variance-of-attention/#comment-105", {
      javaScriptEnabled: false,
    });
    const target = page.locator("#comment-105");
    expect(await target.innerText()).toContain("只有一个自由度");
    expect(await target.evaluate((element) => element.matches(":target"))).toBe(true);
    expect(faults).toEqual([]);
    await close();
  });
});
