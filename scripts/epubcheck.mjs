// Finds EPUBCheck, or installs Debian's when root; without it the test of whole books is skipped.
import { existsSync } from "node:fs";
import { installPackages } from "./apt.mjs";

const places = [process.env["EPUBCHECK_JAR"], "/usr/bin/epubcheck"];
const find = () => places.find((one) => one !== undefined && existsSync(one));

/** Path of a file that Java runs as EPUBCheck; `undefined` if there is none and none can be installed. */
export function ensureEpubcheck() {
  if (find() === undefined) installPackages("the tests of books", ["epubcheck"]);
  return find();
}
