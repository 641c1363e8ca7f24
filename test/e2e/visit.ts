import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from "playwright-core";
import { inject } from "vitest";

/** Connects to the Chromium of this run. */
export function connect(): Promise<Browser> {
  return chromium.connect(inject("browser"));
}

export interface Visit {
  readonly page: Page;
  /** Everything that went wrong since the page was opened: console errors, failed and foreign requests. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens a page of the sample site and waits until its fonts are there. */
export async function visit(browser: Browser, path: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const origin = inject("origin");
  const context = await browser.newContext({ serviceWorkers: "block", ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("requestfailed", (request) => {
    // The browser itself gives up the icon of a page that it leaves, and the stream of events of the dev server.
    const isLeft = /\/favicon\.|\/__suanjing\/events$/.test(request.url());
    if (!isLeft || request.failure()?.errorText !== "net::ERR_ABORTED") faults.push(`failed: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
    if (!response.url().startsWith(origin)) faults.push(`foreign: ${response.url()}`);
  });
  await page.goto(origin + path, { waitUntil: "load" });
  if (options.javaScriptEnabled !== false) await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return { page, faults, close: () => context.close() };
}

/** Brings an element into the middle of the window, and waits until what is laid out on the way moves it no more. */
export async function bringToMiddle(element: Locator): Promise<void> {
  await element.evaluate(async (node) => {
    const frames = (count: number) =>
      new Promise<void>((resolve) => {
        const next = (left: number) => (left === 0 ? resolve() : requestAnimationFrame(() => next(left - 1)));
        next(count);
      });
    for (let top = Number.NaN; top !== node.getBoundingClientRect().top;) {
      node.scrollIntoView({ block: "center" });
      top = node.getBoundingClientRect().top;
      await frames(10);
    }
  });
}

/** One page of each kind. A site is no app while it is written, so that it has none for readers without a network. */
export const pages = {
  home: "/",
  "second home page": "/page/2/",
  post: "/archives/diffusion-24/",
  "post with everything": "/archives/writing-guide/",
  "list of series": "/series/",
  series: "/series/矩阵求导手册/",
  archive: "/archives/",
  tags: "/tags/",
  tag: "/tags/softmax/",
  categories: "/categories/",
  readers: "/readers/",
  "post with comments": "/archives/variance-of-attention/",
  comments: "/comments/",
  "citation graph": "/graph/",
  search: "/search/",
  "found words and formulas": `/search/?${new URLSearchParams({ q: String.raw`梯度 $\mathbb{E}[x]$` }).toString()}`,
  "not found": "/404.html",
  ...(!inject("isDev") && { "no network": "/offline/" }),
} as const;
