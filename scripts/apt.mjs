// Installs packages of Debian for tests, where that is allowed.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

let isUpdated = false;

/**
 * Installs packages with apt-get if this is Debian and root; else nothing happens.
 *
 * @param {string} user what needs them, for the message
 * @param {readonly string[]} packages
 * @returns {boolean} whether they are installed now
 */
export function installPackages(user, packages) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  console.log(`Installing ${packages.join(", ")} with apt-get for ${user}.`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    if (!isUpdated) execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit", env });
    isUpdated = true;
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], {
      stdio: ["ignore", "ignore", "inherit"],
      env,
    });
    return true;
  } catch {
    console.warn(`${packages.join(", ")} could not be installed.`);
    return false;
  }
}
