import { describe, expect, it } from "vitest";
import { readUmamiTables, type Query } from "../../../src/importers/readers/umami-database.ts";

const websites = [
  { website_id: "w-1", domain: "example.org" },
  { website_id: "w-2", domain: null },
];

/** A database that has these websites, and notes what it is asked. */
function database(present: readonly unknown[], counts: readonly unknown[] = []) {
  const asked: (readonly string[])[] = [];
  const query: Query = async (sql, values) => {
    asked.push(values);
    return sql.includes("from website where") ? present : counts;
  };
  return { query, asked };
}

describe("a database of Umami", () => {
  it("counts views and sessions of its only website", async () => {
    const row = { url_path: "/archives/42/", day: "2026-11-22", views: "12", visitors: "7" };
    const { query, asked } = database(websites.slice(0, 1), [row]);
    expect(await readUmamiTables(query, { timeZone: "Asia/Shanghai" })).toEqual({
      ok: true,
      counts: { rows: [{ address: "/archives/42/", day: "2026-11-22", views: 12, visitors: 7 }], faults: [] },
    });
    expect(asked.at(-1)).toEqual(["w-1", "Asia/Shanghai"]);
  });

  it("has to be told which of several", async () => {
    const { query, asked } = database(websites);
    const hint = "say which with --website: w-1 (example.org), w-2 (no domain)";
    expect(await readUmamiTables(query, { timeZone: "UTC" })).toEqual({
      ok: false,
      message: "the database has not one website",
      hint,
    });
    expect(await readUmamiTables(query, { timeZone: "UTC", website: "w-3" })).toEqual({
      ok: false,
      message: "it has no website w-3",
      hint,
    });
    expect(await readUmamiTables(query, { timeZone: "UTC", website: "w-2" })).toMatchObject({ ok: true });
    expect(asked.at(-1)).toEqual(["w-2", "UTC"]);
  });
});
