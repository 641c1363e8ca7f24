// Installs the databases that the tests of importing need, Debian's when root; without them those tests are skipped.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

/** A program of each package. */
const programs = ["/usr/sbin/mariadbd", "/usr/bin/mariadb-dump", "/usr/lib/postgresql", "/usr/bin/sqlite3"];
const packages = ["mariadb-server", "mariadb-client", "postgresql", "sqlite3"];

export function ensureDatabases() {
  if (programs.every((file) => existsSync(file)) || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.log(`Installing ${packages.join(", ")} with apt-get, which the tests of importing need.`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const options = { stdio: ["ignore", "ignore", "inherit"], env };
  try {
    execFileSync("apt-get", ["update", "-qq"], options);
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], options);
  } catch {
    console.warn("The databases could not be installed.");
  }
}
