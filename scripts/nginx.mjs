// Finds nginx for the test of reader counts, or installs Debian's when root; without it that one test is skipped.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

function find() {
  const candidates = [process.env["NGINX_PATH"], "nginx", "/usr/sbin/nginx"];
  return candidates.find((one) => one !== undefined && spawnSync(one, ["-v"]).status === 0);
}

/** Path of an nginx that runs; `undefined` if there is none and none can be installed. */
export function ensureNginx() {
  if (find() === undefined && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Installing nginx-light with apt-get, whose logs the test of reader counts reads.");
    // In this run level Debian does not start what it installs.
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
    try {
      execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit", env });
      execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "nginx-light"], {
        stdio: ["ignore", "ignore", "inherit"],
        env,
      });
    } catch {
      console.warn("nginx could not be installed.");
    }
  }
  return find();
}
