import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { servePreview } from "../../src/dev/preview-server.ts";
import { copySample, run, type SampleSite } from "../support/command.ts";
import { connect } from "./visit.ts";

/** What readers of the sample site may look for. */
const terms =
  `梯度 矩阵 概率 注意力 扩散 采样 分布 期望 方差 位置编码 学习率 损失函数 随机变量 正态分布 特征值 奇异值 线性变换 低秩 微调
  归一化 参数 优化 训练 上界 不等式 独立 旋转 外推 公式 定义`.split(/\s+/);

let site: SampleSite;
let browser: Browser;
beforeAll(async () => {
  browser = await connect();
  site = copySample(inject("kept"));
  const config = join(site.folder, "site.config.ts");
  writeFileSync(
    config,
    readFileSync(config, "utf8").replace("defineConfig({", 'defineConfig({\n  search: { engine: "pagefind" },'),
  );
});
afterAll(async () => {
  await browser.close();
  site.remove();
});

/** What the script of the search is told, and the files of words of the built-in index. */
function search() {
  const dist = join(site.folder, "dist");
  const { pagefind, folder } = JSON.parse(readFileSync(join(dist, "search", "index.json"), "utf8")) as {
    readonly pagefind?: string;
    readonly folder: string;
  };
  return { dist, pagefind, shards: readdirSync(join(dist, folder)).filter((name) => name.endsWith(".bin")) };
}

describe("a site that asks for Pagefind", () => {
  it("has its files instead of an index of words", () => {
    const { status, printed } = run(site, ["build", "--strict"]);
    expect(status, printed).toBe(0);
    const { dist, pagefind, shards } = search();
    expect(pagefind).toBe("/pagefind/pagefind.js");
    expect(existsSync(join(dist, "pagefind", "pagefind.js"))).toBe(true);
    expect(readdirSync(join(dist, "pagefind", "fragment")).length).toBe(17);
    expect(shards).toEqual([]);
  });

  it("finds no post without the words as they are, and at least 95 % of those that have them", async () => {
    const server = await servePreview(search().dist, { port: 0, base: "/" });
    const page = await browser.newPage();
    await page.goto(`${server.origin}/search/`);
    await page.evaluate('import("/pagefind/pagefind.js").then((found) => void (window.pagefind = found))');
    const found = await page.evaluate(findAll, terms);
    await page.close();
    await server.close();
    expect(found.map(({ wrong }) => wrong).flat()).toEqual([]);
    const [right, all] = (["right", "all"] as const).map((name) => found.reduce((sum, one) => sum + one[name], 0));
    expect(all).toBeGreaterThan(100);
    expect(Number(right) / Number(all)).toBeGreaterThanOrEqual(0.95);
  });

  it("has the built-in index, and a warning, where the program of Pagefind does not run", () => {
    const { status, printed } = run(site, ["build"], { PAGEFIND_BINARY_PATH: "/nowhere/pagefind" });
    expect(status).toBe(0);
    expect(printed).toContain("search/pagefind");
    expect(printed).toContain("npm install --save-optional pagefind");
    const { pagefind, shards } = search();
    expect(pagefind).toBeUndefined();
    expect(shards.length).toBeGreaterThan(0);
  });
});

/**
 * Asks Pagefind for each term in quotes, and compares what it finds with the posts in whose text the term stands. Runs in the
 * page.
 */
async function findAll(asked: readonly string[]) {
  interface Pagefind {
    readonly search: (
      query: string,
    ) => Promise<{ readonly results: readonly { readonly data: () => Promise<{ readonly url: string }> }[] }>;
  }
  const { pagefind } = window as unknown as { readonly pagefind: Pagefind };
  const { posts } = (await (await fetch("/search/index.json")).json()) as {
    readonly posts: readonly { readonly u: string }[];
  };
  const texts = await Promise.all(
    posts.map(async ({ u }) => {
      const html = new DOMParser().parseFromString(await (await fetch(u)).text(), "text/html");
      const prose = html.querySelector(".prose");
      for (const one of prose?.querySelectorAll(".katex, pre") ?? []) one.replaceWith("\ufffc");
      return [decodeURI(u), prose?.textContent ?? ""] as const;
    }),
  );
  const compared = [];
  for (const term of asked) {
    const { results } = await pagefind.search(`"${term}"`);
    const urls = await Promise.all(results.map(async ({ data }) => decodeURI((await data()).url)));
    const holding = texts.flatMap(([url, text]) => (text.includes(term) ? [url] : []));
    compared.push({
      wrong: urls.filter((url) => !holding.includes(url)).map((url) => `${term}: ${url}`),
      right: urls.filter((url) => holding.includes(url)).length,
      all: holding.length,
    });
  }
  return compared;
}
