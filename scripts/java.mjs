// Finds Java for EPUBCheck and the Nu HTML checker, or installs Debian's when root; without it those tests are skipped.
import { spawnSync } from "node:child_process";
import { installPackages } from "./apt.mjs";

const candidates = [process.env["JAVA_PATH"], "java"];

/** @param {string} argument */
function find(argument) {
  return candidates.find((one) => one !== undefined && spawnSync(one, [argument]).status === 0);
}

/** Whether it runs source files, as the test of books does. */
const hasCompiler = () => find("--describe-module=jdk.compiler") !== undefined;

/** Path of a Java that runs; `undefined` if there is none and none can be installed. */
export function ensureJava() {
  if (!hasCompiler()) installPackages("the checkers of books and of HTML", ["default-jdk-headless"]);
  return find("-version");
}
