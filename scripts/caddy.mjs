// Finds Caddy for the tests of the server configuration, or installs Debian's when root.
import { existsSync } from "node:fs";
import { installPackages } from "./apt.mjs";

const candidates = [process.env["CADDY_PATH"], "/usr/bin/caddy", "/usr/local/bin/caddy", "/opt/homebrew/bin/caddy"];
const find = () => candidates.find((one) => one !== undefined && existsSync(one));

/** Path of a Caddy that runs; `undefined` if there is none and none can be installed. */
export function ensureCaddy() {
  if (find() === undefined) installPackages("the tests of server configurations", ["caddy"]);
  return find();
}
