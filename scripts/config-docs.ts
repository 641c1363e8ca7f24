// npm run docs:configuration: puts the table of settings, made from their schema, into docs/configuration.md.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { settingsTable } from "../src/config/settings-table.ts";

const file = join(import.meta.dirname, "..", "docs", "configuration.md");
const table = /(<!-- settings -->\n)[\s\S]*?(<!-- \/settings -->)/;
writeFileSync(
  file,
  readFileSync(file, "utf8").replace(
    table,
    (_all, open: string, close: string) => `${open}${settingsTable()}\n${close}`,
  ),
);
