import { chromium } from "playwright-core";
import http from "node:http";
import fs from "node:fs";
import path from "node:path";
const types = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};
const srv = http
  .createServer((q, r) => {
    let p = decodeURIComponent(new URL(q.url, "http://x").pathname);
    if (p.endsWith("/")) p += "index.html";
    const f = path.join("dist", p);
    if (!fs.existsSync(f)) {
      r.writeHead(404);
      return r.end();
    }
    r.writeHead(200, { "content-type": types[path.extname(f)] ?? "application/octet-stream" });
    r.end(fs.readFileSync(f));
  })
  .listen(0);
const o = "http://localhost:" + srv.address().port;
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const p = await b.newPage({ viewport: { width: 1280, height: 900 } });
p.on("pageerror", (e) => console.log("ERR", e.message));
await p.goto(o + "/archives/writing-guide/");
await p.locator(".prose a.ref").nth(4).scrollIntoViewIfNeeded();
await p.locator(".prose a.ref").nth(0).hover();
await p.waitForTimeout(500);
await p.screenshot({ path: "/tmp/s1.png" });
await p.mouse.move(5, 5);
await p.goto(o + "/archives/writing-guide/#脚注、链接与图片");
await p.waitForTimeout(400);
await p.locator("h2#脚注、链接与图片").hover();
await p.waitForTimeout(300);
await p.screenshot({ path: "/tmp/s2.png" });
await p.locator("#cite").scrollIntoViewIfNeeded();
await p.waitForTimeout(300);
await p.locator("#cite summary").nth(1).click();
await p.screenshot({ path: "/tmp/s3.png" });
await p.locator(".prose figure > a").click();
await p.waitForTimeout(300);
await p.screenshot({ path: "/tmp/s4.png" });
await p.keyboard.press("Escape");
const d = await b.newPage({
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  colorScheme: "dark",
});
d.on("pageerror", (e) => console.log("ERR", e.message));
await d.goto(o + "/archives/writing-guide/");
await d.screenshot({ path: "/tmp/m1.png" });
await d.locator(".prose a.ref").nth(0).tap();
await d.waitForTimeout(400);
await d.screenshot({ path: "/tmp/m2.png" });
await d.locator(".prose sup a").nth(1).scrollIntoViewIfNeeded();
await d.waitForTimeout(300);
await d.screenshot({ path: "/tmp/m3.png" });
await b.close();
srv.close();
