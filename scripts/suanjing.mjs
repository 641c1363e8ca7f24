#!/usr/bin/env node
// Starts the program, after bundling it anew if a source has changed.
import * as module from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`suanjing needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exitCode = 2;
} else {
  await start();
}

async function start() {
  // From Node 22 on, compiled code is kept between starts.
  module.enableCompileCache?.(fileURLToPath(new URL("../.suanjing/compile-cache", import.meta.url)));
  const entry = await program();
  if (entry !== undefined) await import(pathToFileURL(entry).href);
}

/** Path of the bundled program; `undefined` after a message if it cannot be made. */
async function program() {
  try {
    const { ensureProgram } = await import("./bundle.mjs");
    return await ensureProgram();
  } catch (error) {
    const isMissing = error?.code === "ERR_MODULE_NOT_FOUND";
    if (isMissing) console.error("The dependencies of suanjing are not installed; run npm ci.");
    else console.error(`suanjing could not be bundled.\n${error?.errors ? error.message : (error?.stack ?? error)}`);
    process.exitCode = isMissing ? 2 : 3;
    return undefined;
  }
}
