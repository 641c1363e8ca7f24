import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { servePreview } from "../../src/dev/preview-server.ts";
import { copySample, run, type SampleSite } from "../support/command.ts";
import { hostileMarkup } from "../support/hostile-markup.ts";
import { connect } from "./visit.ts";

/** Breaks out of a text, an attribute in either quotes, a script, a style, a comment, and of XML. */
const breakouts = [
  `<img src=x onerror=alert(1)>`,
  `"><img src=x onerror=alert(1)>`,
  `'><svg onload=alert(1)>`,
  `</script><script>alert(1)</script>`,
  `</title></style></textarea><script>alert(1)</script>`,
  `--><script>alert(1)</script>`,
  `]]><script>alert(1)</script>`,
  `" autofocus onfocus=alert(1) x="`,
  `\\u003cimg src=x onerror=alert(1)\\u003e`,
  `{{constructor.constructor('alert(1)')()}}`,
  `$\\href{javascript:alert(1)}{x}$`,
  `javascript:alert(1)`,
];
const all = breakouts.join(" ");

let site: SampleSite;
let browser: Browser;
let server: Awaited<ReturnType<typeof servePreview>>;

function write(path: string, text: string): void {
  const file = join(site.folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** A post whose every field attacks. */
function post(id: string, attack: string, body: string): string {
  const quoted = JSON.stringify(attack);
  const fields = ["title", "category", "series", "summary", "author"].map((key) => `${key}: ${quoted}`);
  return `---\nid: ${id}\ndate: 2024-01-02\npart: 1\nreaders: 7\n${fields.join("\n")}\ntags: [${quoted}]\n---\n\n${body}\n`;
}

/** Puts the list into every place that someone else than the owner of the site can write to, and those of the owner. */
function attackEverywhere(): void {
  rmSync(join(site.folder, "content"), { recursive: true });
  breakouts.forEach((attack, index) => {
    const body = `${attack}\n\n## ${attack}\n\n![${attack}](/x.png "${attack}")\n\n[${attack}](/archives/b0/ "${attack}")[^1] [@one]\n\n[^1]: ${attack}\n\n\`\`\`${attack}\n${attack}\n\`\`\`\n\n\\begin{equation}x\\label{${attack}}\\end{equation}\n\n$\\text{${attack}} \\nope{${attack}}$`;
    write(`content/posts/a${index}.md`, post(`a${index}`, attack, body));
  });
  hostileMarkup.forEach((attack, index) => write(`content/posts/b${index}.md`, post(`b${index}`, "乙", attack)));
  write(`content/posts/<img src=x onerror=alert(1)>.md`, `# 文件名\n\n${all}`);
  const comments = [...breakouts, ...hostileMarkup].map((attack, index) => ({
    id: String(index),
    rid: index === 0 ? "" : "0",
    nick: attack,
    link: index % 2 === 0 ? "javascript:alert(1)" : `https://a.example/${attack}`,
    content: attack,
    created_at: "2024-01-02 10:00:00 +0800",
    is_collapsed: "false",
    is_pending: "false",
    is_pinned: "false",
    page_key: "/archives/a0/",
    page_title: attack,
  }));
  write("content/data/comments/old.json", JSON.stringify(comments));
  const fields = ["title", "author", "journal", "note"].map((name) => `  ${name} = {${all.replace(/[{}]/g, "")}}`);
  write("content/references.bib", `@article{one,\n${fields.join(",\n")},\n  url = {javascript:alert(1)}\n}\n`);
  write("content/data/readers/x.csv", "post,readers,asOf\na1,5,2024-02-01\n");
  write("content/data/readers/sources.yaml", `x:\n  name: ${JSON.stringify(all)}\n`);
  write("content/data/series.yaml", `${JSON.stringify(breakouts[0])}:\n  description: ${JSON.stringify(all)}\n`);
  const settings = { title: all, motto: all, description: all, author: all, footer: breakouts };
  write("site.config.ts", `export default ${JSON.stringify({ ...settings, baseUrl: "https://site.example" })};\n`);
}

beforeAll(async () => {
  site = copySample();
  attackEverywhere();
  const { status, printed } = run(site, ["build"]);
  // Formulas and links that attack are errors of the content; a fault of the program would be 3.
  expect(status, printed).toBe(1);
  server = await servePreview(join(site.folder, "dist"), { port: 0, base: "/" });
  browser = await connect();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  site.remove();
});

describe("what someone else wrote", () => {
  it("does not run on any page, with no policy to stop it", async () => {
    const files = readdirSync(join(site.folder, "dist"), { recursive: true, encoding: "utf8" });
    const paths = files.filter((path) => path.endsWith(".html"));
    expect(paths.length).toBeGreaterThan(breakouts.length + hostileMarkup.length);
    const page = await browser.newPage();
    const ran: string[] = [];
    page.on("dialog", (dialog) => {
      ran.push(page.url());
      void dialog.dismiss();
    });
    for (const path of paths) {
      await page.goto(`${server.origin}/${path.split("/").map(encodeURIComponent).join("/")}`);
      const found = await page.evaluate(() => {
        const isScript = (text: string | null) => /^[\s\0]*(?:javascript|vbscript|data:text)/i.test(text ?? "");
        return Array.from(document.querySelectorAll("*")).flatMap((element) =>
          Array.from(element.attributes)
            .filter(
              ({ name, value }) => name.startsWith("on") || (/^(?:href|src|action)$/.test(name) && isScript(value)),
            )
            .map(({ name, value }) => `${element.tagName} ${name}=${value}`),
        );
      });
      expect(found, path).toEqual([]);
    }
    expect(ran).toEqual([]);
    await page.close();
  }, 240_000);

  it("does not run in what the search shows", async () => {
    const page = await browser.newPage();
    const ran: string[] = [];
    page.on("dialog", (dialog) => {
      ran.push(page.url());
      void dialog.dismiss();
    });
    for (const query of ["alert(1)", breakouts[0] ?? "", "$\\href{javascript:alert(1)}{x}$", "乙"]) {
      await page.goto(`${server.origin}/search/?${new URLSearchParams({ q: query }).toString()}`);
      await page.waitForTimeout(500);
    }
    await page.locator('main a[href^="/archives/b"]').first().waitFor();
    expect(await page.locator("main img[onerror]").count()).toBe(0);
    expect(ran).toEqual([]);
    await page.close();
  });
});
