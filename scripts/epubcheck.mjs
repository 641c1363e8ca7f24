// Finds EPUBCheck, or installs Debian's when root; without it the test of whole books is skipped.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

const places = [process.env["EPUBCHECK_JAR"], "/usr/bin/epubcheck"];

function find() {
  return places.find((one) => one !== undefined && existsSync(one));
}

/** Path of a file that Java runs as EPUBCheck; `undefined` if there is none and none can be installed. */
export function ensureEpubcheck() {
  if (find() === undefined && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Installing epubcheck with apt-get, which the tests of books need.");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    try {
      execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit", env });
      execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "epubcheck"], {
        stdio: ["ignore", "ignore", "inherit"],
        env,
      });
    } catch {
      console.warn("EPUBCheck could not be installed.");
    }
  }
  return find();
}
