import fc from "fast-check";
import { canary, markdown, value } from "./texts.ts";

/** A content folder and settings, made by chance: both are plain data, so that a finding can be kept as a file. */
export interface FuzzSite {
  readonly files: Readonly<Record<string, string>>;
  readonly config: Readonly<Record<string, unknown>>;
}

const keys = ["title", "id", "slug", "date", "updated", "tags", "category", "series", "part", "aliases", "summary"];
const moreKeys = [
  "draft",
  "author",
  "readers",
  "readersAsOf",
  "equations",
  "math",
  "toc",
  "comments",
  canary,
  "__proto__",
];

const matter = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...keys, ...moreKeys), fc.oneof(value, fc.array(value, { maxLength: 3 })), {
      maxKeys: 8,
    }),
    fc.boolean(),
  )
  .map(([fields, isQuoted]) =>
    Object.entries(fields)
      .map(([key, field]) => `${key}: ${isQuoted ? JSON.stringify(field) : String(field)}`)
      .join("\n"),
  );

const post = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(matter, markdown).map(([head, body]) => `---\n${head}\n---\n\n${body}`) },
  { weight: 1, arbitrary: markdown },
);

const comment = fc.record(
  {
    id: fc.oneof(fc.integer({ min: 1, max: 4 }).map(String), value),
    rid: fc.oneof(fc.constantFrom("0", "1", "2"), value),
    nick: value,
    link: fc.oneof(value, fc.constant("javascript:fuzz(4)")),
    content: markdown,
    created_at: fc.oneof(fc.constant("2024-01-02 10:00:00 +0800"), value),
    is_pending: fc.constantFrom("true", "false"),
    page_key: fc.constantFrom("/archives/a/", "/archives/b/", "/archives/none/", canary),
  },
  { requiredKeys: ["page_key"] },
);

const entry = fc
  .tuple(
    fc.constantFrom("one", "two", "", canary),
    fc.dictionary(fc.constantFrom("title", "author", "year", "url", "doi"), value),
  )
  .map(([key, fields]) => {
    const lines = Object.entries(fields).map(([name, text]) => `  ${name} = {${text}}`);
    return `@article{${key},\n${lines.join(",\n")}\n}`;
  });

const csvRow = fc.array(fc.oneof(value, fc.integer().map(String), fc.constantFrom("a", "b", "2024-01-02")), {
  maxLength: 5,
});
const readers = fc
  .tuple(fc.constantFrom("post,readers,asOf", "post,date,readers", "post", canary), fc.array(csvRow, { maxLength: 6 }))
  .map(([head, rows]) => [head, ...rows.map((row) => row.join(","))].join("\n"));

const series = fc.oneof(
  value.map((text) => `甲:\n  description: ${JSON.stringify(text)}\n  order: [a, b]\n`),
  value,
);

const files = fc
  .tuple(
    fc.record({ "posts/a.md": post, "posts/b.md": post }),
    fc.record(
      {
        "posts/深/c.md": post,
        "data/comments/old.json": fc.oneof(
          fc.array(comment, { maxLength: 5 }).map((all) => JSON.stringify(all)),
          value,
        ),
        "references.bib": fc.array(entry, { maxLength: 3 }).map((all) => all.join("\n")),
        "data/readers/x.csv": readers,
        "data/readers/sources.yaml": value.map((text) => `x:\n  name: ${JSON.stringify(text)}\n`),
        "data/series.yaml": series,
      },
      { requiredKeys: [] },
    ),
  )
  .map(([posts, more]) => ({ ...posts, ...more }));

const config = fc.record(
  {
    title: value,
    motto: value,
    description: value,
    author: value,
    footer: fc.array(value, { maxLength: 2 }),
    navigation: fc.array(fc.record({ text: value, href: value }), { maxLength: 2 }),
    permalink: fc.oneof(fc.constantFrom("/:year/:slug.html", "/:id/"), value),
    oldPermalinks: fc.array(fc.constantFrom("/old/:id.html", "/:slug/"), { maxLength: 2 }),
    base: fc.constantFrom("/", "/blog/", "/中/", "//x/", canary),
    language: fc.constantFrom("zh-CN", "en", "xx"),
    math: fc.record({ macros: fc.dictionary(fc.constantFrom("\\a", "\\R", "x"), value) }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);

/** Small sites of every kind of file that people can write. */
export const anySite: fc.Arbitrary<FuzzSite> = fc.record({ files, config });
