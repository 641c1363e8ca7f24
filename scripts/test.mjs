// npm test: everything, on a fresh machine. Installs the browser first if there is none.
import { spawnSync } from "node:child_process";
import { ensureChromium } from "./chromium.mjs";

const env = { ...process.env, CHROMIUM_PATH: ensureChromium() };
const { status } = spawnSync("npx", ["vitest", "run", ...process.argv.slice(2)], { stdio: "inherit", env });
process.exitCode = status ?? 1;
