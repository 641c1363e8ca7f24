// npm run docs: writes what documents take from the code: the table of settings and the manual of mathematics.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { settingsTable } from "../src/config/settings-table.ts";
import { mathManual } from "./math-manual.ts";

const docs = join(import.meta.dirname, "..", "docs");
const settings = join(docs, "configuration.md");
const table = /(<!-- settings -->\n)[\s\S]*?(<!-- \/settings -->)/;

writeFileSync(
  settings,
  readFileSync(settings, "utf8").replace(
    table,
    (_all, open: string, close: string) => `${open}${settingsTable()}\n${close}`,
  ),
);
writeFileSync(join(docs, "math.md"), mathManual());
