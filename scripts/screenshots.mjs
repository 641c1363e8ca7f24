// npm run screenshots [-- FOLDER]: every kind of page at two widths in both schemes, as PNG files to look at.
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { ensureChromium } from "./chromium.mjs";

/** One page of each kind of the sample site. */
const pages = {
  home: "/",
  post: "/archives/diffusion-24/",
  guide: "/archives/writing-guide/",
  "long-formulas": "/archives/rope-18/",
  series: "/series/矩阵求导手册/",
  "series-list": "/series/",
  archive: "/archives/",
  tags: "/tags/",
  tag: "/tags/softmax/",
  categories: "/categories/",
  readers: "/readers/",
  "with-comments": "/archives/variance-of-attention/#comments",
  comments: "/comments/",
  graph: "/graph/",
  search: `/search/?${new URLSearchParams({ q: String.raw`梯度 $\mathbb{E}[x]$` }).toString()}`,
  offline: "/offline/",
  "not-found": "/404.html",
};
const widths = [1280, 390];
const schemes = /** @type {const} */ (["light", "dark"]);

const folder = process.argv[2] ?? join(".suanjing", "screenshots");
const built = join(".suanjing", "screenshots-site");
const args = ["scripts/suanjing.mjs", "build", "--out", built];
if (spawnSync(process.execPath, args, { stdio: "inherit" }).status !== 0) process.exit(1);
mkdirSync(folder, { recursive: true });

const { servePreview } = await import("../src/dev/preview-server.ts");
const server = await servePreview(built, { port: 0, base: "/" });
const browser = await chromium.launch({ executablePath: ensureChromium(), args: ["--no-sandbox", "--disable-gpu"] });
for (const width of widths) {
  for (const colorScheme of schemes) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(server.origin + path, { waitUntil: "networkidle" });
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
    }
    await context.close();
  }
}
await browser.close();
await server.close();
console.log(`${Object.keys(pages).length * widths.length * schemes.length} pictures in ${folder}`);
