// Finds nginx for the tests of server configurations and of reader counts, or installs Debian's when root.
import { existsSync } from "node:fs";
import { installPackages } from "./apt.mjs";

const candidates = [process.env["NGINX_PATH"], "/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx"];
const find = () => candidates.find((one) => one !== undefined && existsSync(one));

/** Path of an nginx that runs; `undefined` if there is none and none can be installed. */
export function ensureNginx() {
  if (find() === undefined) installPackages("the tests of server configurations", ["nginx-light"]);
  return find();
}
