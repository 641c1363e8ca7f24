// npm test: everything, on a fresh machine. Installs the browser, Java and nginx first if there are none.
import { spawnSync } from "node:child_process";
import { ensureChromium } from "./chromium.mjs";
import { ensureJava } from "./java.mjs";
import { ensureNginx } from "./nginx.mjs";

const java = ensureJava();
const nginx = ensureNginx();
const env = {
  ...process.env,
  CHROMIUM_PATH: ensureChromium(),
  ...(java !== undefined && { JAVA_PATH: java }),
  ...(nginx !== undefined && { NGINX_PATH: nginx }),
};
const { status } = spawnSync("npx", ["vitest", "run", ...process.argv.slice(2)], { stdio: "inherit", env });
process.exitCode = status ?? 1;
