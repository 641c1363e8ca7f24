// Installs the databases that the tests of importing need, Debian's when root; without them those tests are skipped.
import { existsSync } from "node:fs";
import { installPackages } from "./apt.mjs";

/** A program of each package. */
const programs = ["/usr/sbin/mariadbd", "/usr/bin/mariadb-dump", "/usr/lib/postgresql", "/usr/bin/sqlite3"];

export function ensureDatabases() {
  if (programs.every((file) => existsSync(file))) return;
  installPackages("the tests of importing", ["mariadb-server", "mariadb-client", "postgresql", "sqlite3"]);
}
