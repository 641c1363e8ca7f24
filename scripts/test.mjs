// npm test: everything, on a fresh machine. Installs the browser and Java first if there are none.
import { spawnSync } from "node:child_process";
import { ensureChromium } from "./chromium.mjs";
import { ensureJava } from "./java.mjs";

const java = ensureJava();
const env = { ...process.env, CHROMIUM_PATH: ensureChromium(), ...(java !== undefined && { JAVA_PATH: java }) };
const { status } = spawnSync("npx", ["vitest", "run", ...process.argv.slice(2)], { stdio: "inherit", env });
process.exitCode = status ?? 1;
