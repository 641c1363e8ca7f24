import { expect, it } from "vitest";
import type { SiteConfig } from "../../src/model/config.ts";
import type { DataFiles, SourceFile } from "../../src/model/source.ts";
import { validateConfig } from "../../src/config/validate.ts";
import { dataReader, rememberData } from "../../src/pipeline/read-data.ts";

const file = (path: string, text: string) => ({ path, text, hash: text }) as unknown as SourceFile;

const config = (): SiteConfig => {
  const checked = validateConfig({ title: "数学笔记", baseUrl: "https://example.org" });
  if (!checked.ok) throw new Error("the settings are wrong");
  return checked.config;
};

const data: DataFiles = {
  series: file("data/series.yaml", "优化:\n  description: 从梯度开始。\n"),
  references: file("references.bib", "@book{a, title={A}, author={B}, year={2020}}\n"),
  readers: [file("data/readers/2024.csv", "date,path,views,visitors,source\n2024-01-01,/a/,3,2,log\n")],
  comments: [file("data/comments/1.json", "[]")],
  redirects: [file("data/redirects/old.txt", "/alt /neu\n")],
};

const names = ["series", "bibliography", "comments", "readers", "redirects"] as const;

it("reads files anew only when they are others", async () => {
  const settings = config();
  const reader = rememberData();
  const first = names.map((name) => reader[name](data, settings));
  for (const [index, name] of names.entries())
    expect(await first[index], name).toEqual(await dataReader[name](data, settings));
  names.forEach((name, index) => expect(reader[name]({ ...data }, settings), name).toBe(first[index]));

  const changed = { ...data, readers: [...data.readers, file("data/readers/2025.csv", "")] };
  expect(reader.readers(changed, settings)).not.toBe(first[3]);
  expect(reader.series(changed, settings)).toBe(first[0]);
  expect(reader.comments(data, config()), "their time zone is a setting").not.toBe(first[2]);
});
