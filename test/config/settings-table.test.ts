import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { configSchema } from "../../src/config/schema.ts";
import { settingsTable } from "../../src/config/settings-table.ts";
import { fieldNames } from "../../src/parse/front-matter/fields.ts";

const document = readFileSync(join(import.meta.dirname, "..", "..", "docs", "configuration.md"), "utf8");

describe("docs/configuration.md", () => {
  it("holds the table that npm run docs makes", () => {
    expect(document).toContain(settingsTable());
  });

  it("says one sentence about every setting", () => {
    const rows = settingsTable().split("\n").slice(2);
    expect(rows.length).toBeGreaterThanOrEqual(Object.keys(configSchema.shape).length);
    for (const row of rows) expect(row).toMatch(/^\| `[\w.]+` \| (?:`.*`)? ?\| \S.*\. \|$/);
  });

  it.each(fieldNames)("says what the key %s of front matter is", (name) => {
    expect(document).toContain(`| \`${name}\` |`);
  });
});
