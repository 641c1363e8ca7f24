// Finds Java for the Nu HTML checker, or installs Debian's when root; without it that one test is skipped.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

function find() {
  const candidates = [process.env["JAVA_PATH"], "java"];
  return candidates.find((one) => one !== undefined && spawnSync(one, ["-version"]).status === 0);
}

/** Path of a Java that runs; `undefined` if there is none and none can be installed. */
export function ensureJava() {
  if (find() === undefined && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Installing default-jre-headless with apt-get, which the Nu HTML checker needs.");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    try {
      execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit", env });
      execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "default-jre-headless"], {
        stdio: ["ignore", "ignore", "inherit"],
        env,
      });
    } catch {
      console.warn("Java could not be installed.");
    }
  }
  return find();
}
