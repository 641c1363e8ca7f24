// npm test: the projects `fast`, `slow` and `e2e`, or those that are named, as `npm run test:full` names `full`. On a fresh machine it installs the browser, Java, two web servers and the databases first.
import { spawnSync } from "node:child_process";
import { ensureCaddy } from "./caddy.mjs";
import { ensureChromium } from "./chromium.mjs";
import { ensureDatabases } from "./databases.mjs";
import { ensureEpubcheck } from "./epubcheck.mjs";
import { ensureJava } from "./java.mjs";
import { ensureNginx } from "./nginx.mjs";

ensureDatabases();
const found = {
  JAVA_PATH: ensureJava(),
  NGINX_PATH: ensureNginx(),
  CADDY_PATH: ensureCaddy(),
  EPUBCHECK_JAR: ensureEpubcheck(),
};
const env = { ...process.env, CHROMIUM_PATH: ensureChromium() };
for (const [name, path] of Object.entries(found)) if (path !== undefined) env[name] = path;
const given = process.argv.slice(2);
const projects = given.includes("--project") ? [] : ["--project", "fast", "--project", "slow", "--project", "e2e"];
const { status } = spawnSync("npx", ["vitest", "run", ...projects, ...given], { stdio: "inherit", env });
process.exitCode = status ?? 1;
