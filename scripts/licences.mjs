// npm run licences [-- --check]: writes THIRD-PARTY.md, every package that a user of suanjing gets with its licence.
// Ends with 1 if one is not permissive, or with --check if the file is not as it would be written.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const file = join(root, "THIRD-PARTY.md");

const permissive = new Set(
  "MIT MIT-0 ISC Apache-2.0 BSD-2-Clause BSD-3-Clause 0BSD BlueOak-1.0.0 CC0-1.0 Unlicense Zlib Python-2.0".split(" "),
);

/** `(MIT OR GPL-3.0)` is permissive by its first part, `(MIT AND Zlib)` by both. */
function isPermissive(licence) {
  return licence
    .replace(/[()]/g, "")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((one) => permissive.has(one.trim())));
}

const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
const rows = Object.entries(packages)
  .filter(([path, entry]) => path !== "" && entry.dev !== true && entry.link !== true)
  .map(([path, entry]) => ({
    name: path.replace(/^.*node_modules\//, ""),
    version: entry.version,
    licence: entry.license ?? installedLicence(path),
    isOptional: entry.optional === true,
  }))
  .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));

function installedLicence(path) {
  const manifest = join(root, path, "package.json");
  if (!existsSync(manifest)) return "unknown";
  const { license } = JSON.parse(readFileSync(manifest, "utf8"));
  return typeof license === "string" ? license : (license?.type ?? "unknown");
}

const refused = rows.filter(({ licence }) => !isPermissive(licence));
const counts = Object.entries(
  rows.reduce((sum, { licence }) => ({ ...sum, [licence]: (sum[licence] ?? 0) + 1 }), {}),
).sort(([, a], [, b]) => b - a);
const text = `# Packages of others

Everything that \`npm ci --omit=dev\` installs, from \`package-lock.json\`; written by \`npm run licences\`. Licences in all:
${counts.map(([licence, count]) => `${licence} ${count}`).join(", ")}.

| package | version | licence | |
|---|---|---|---|
${rows.map(({ name, version, licence, isOptional }) => `| ${name} | ${version} | ${licence} | ${isOptional ? "optional" : ""} |`).join("\n")}
`;

for (const { name, licence } of refused) console.error(`${name}: ${licence} is not on the list of permissive licences`);
if (refused.length > 0) process.exitCode = 1;
if (!process.argv.includes("--check")) writeFileSync(file, text);
else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
  console.error("THIRD-PARTY.md is not up to date; run npm run licences");
  process.exitCode = 1;
}
console.log(`${rows.length} packages, ${refused.length} with a licence that is not permissive`);
