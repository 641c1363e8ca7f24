import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseToml } from "smol-toml";
import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { caddyConfig, nginxConfig } from "../../src/assets/server-config.ts";
import { contentPolicy } from "../../src/assets/content-policy.ts";
import { vercelConfig } from "../../src/assets/vercel-config.ts";
import { configSchema, type UserConfig } from "../../src/config/schema.ts";

const docs = join(import.meta.dirname, "..", "..", "docs", "deploying");
const scripts = (JSON.parse(readFileSync(join(docs, "../../package.json"), "utf8")) as { scripts: object }).scripts;

const policy = (settings: UserConfig) =>
  contentPolicy({ config: configSchema.parse(settings), scriptHashes: ["abc="] });
const input = (settings: UserConfig) => ({
  config: configSchema.parse(settings),
  scriptHashes: [],
  folder: "/srv/blog",
});

describe("the files for hosts", () => {
  it("run commands that there are, and publish the folder that they make", () => {
    const workflow = parseYaml(readFileSync(join(docs, "github-pages.yml"), "utf8")) as {
      jobs: { publish: { steps: { run?: string; with?: { path?: string } }[] } };
    };
    const { steps } = workflow.jobs.publish;
    const netlify = parseToml(readFileSync(join(docs, "netlify.toml"), "utf8")) as Record<
      string,
      Record<string, string>
    >;
    const commands = [...steps.flatMap(({ run }) => run ?? []), netlify["build"]?.["command"] ?? ""];
    const names = commands.flatMap((command) => /^npm run (\S+)/.exec(command)?.[1] ?? []);
    expect(names).toEqual(["build", "build"]);
    expect(Object.keys(scripts)).toContain("build");
    expect([
      steps.find(({ with: given }) => given?.path === "dist") !== undefined,
      netlify["build"]?.["publish"],
    ]).toEqual([true, "dist"]);
  });

  it("of Vercel are JSON with the headers of every answer and of hashed files", () => {
    const { headers, trailingSlash } = JSON.parse(vercelConfig(input({ base: "/blog/" }))) as Record<string, unknown>;
    expect(trailingSlash).toBe(true);
    expect(headers).toMatchObject([{ source: "/blog/(.*)" }, { source: "/blog/assets/(.*)" }]);
  });

  it("name the host of the site, and no file of the server is served", () => {
    for (const text of [
      nginxConfig(input({ baseUrl: "https://a.example" })),
      caddyConfig(input({ baseUrl: "https://a.example" })),
    ]) {
      expect(text).toContain("a.example");
      expect(text).toContain("redirects.nginx.map");
    }
    expect(nginxConfig(input({}))).toContain("server_name _;");
  });
});

describe("the Content-Security-Policy", () => {
  it("lets nothing in but the site and the hash of its own line", () => {
    expect(policy({})).toContain("default-src 'self'; script-src 'self' 'sha256-abc='; ");
    expect(policy({})).not.toMatch(/script-src[^;]*unsafe/);
  });

  it("adds the hosts of a service for comments, and what Pagefind needs", () => {
    const live = { kind: "giscus", repo: "a/b", repoId: "x", category: "x", categoryId: "x" } as const;
    expect(policy({ comments: { live } })).toMatch(
      /script-src 'self' 'sha256-abc=' https:\/\/giscus\.app; .*frame-src 'self' https:\/\/giscus\.app;/,
    );
    const waline = policy({ comments: { live: { kind: "waline", server: "https://talk.example/api" } } });
    expect(waline).toContain("connect-src 'self' https://unpkg.com https://talk.example;");
    expect(policy({ search: { engine: "pagefind" } })).toContain("'wasm-unsafe-eval'");
  });
});
