import fc from "fast-check";
import { importers } from "../../src/importers/importers.ts";
import { importWorld } from "../../test/importers/world.ts";
import { markdown, value } from "./texts.ts";

/** A foreign archive, made by chance. */
export interface FuzzArchive {
  /** Name of the importer. */
  readonly importer: string;
  readonly files: Readonly<Record<string, string>>;
}

const page = fc
  .tuple(value, markdown)
  .map(
    ([title, body]) =>
      `<html><head><title>${title}</title></head><body><h1>${title}</h1><div>${body}</div></body></html>`,
  );
const wxr = fc.array(fc.tuple(value, markdown), { maxLength: 3 }).map((items) => {
  const posts = items.map(
    ([title, body]) =>
      `<item><title>${title}</title><wp:post_type>post</wp:post_type><content:encoded><![CDATA[${body}]]></content:encoded></item>`,
  );
  return `<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>${posts.join("")}</channel></rss>`;
});
const post = fc
  .tuple(fc.constantFrom("---", "+++", ";;;", ""), value, markdown)
  .map(([fence, title, body]) => `${fence}\ntitle: ${title}\ndate: 2024-01-02\n${fence}\n${body}`);
const paths = ["_posts/2024-01-02-a.md", "source/_posts/a.md", "content/posts/a.md", "a.html", "a.txt", "export.xml"];
const morePaths = [
  "archives/1.html",
  "_config.yml",
  "config.toml",
  "../a.md",
  "a/../../b.md",
  "posts.json",
  "list.txt",
];

/** Archives for every importer: files that it wants, with what it does not expect. */
export const anyArchive: fc.Arbitrary<FuzzArchive> = fc.record({
  importer: fc.constantFrom(...importers.map(({ name }) => name)),
  files: fc.dictionary(fc.constantFrom(...paths, ...morePaths), fc.oneof(page, wxr, post, markdown), { minKeys: 1 }),
});

/** Imports it; throws if the importer throws, or names a place outside of the site. */
export async function checkArchive({ importer: name, files }: FuzzArchive): Promise<void> {
  const importer = importers.find((one) => one.name === name);
  if (!importer) throw new Error(`there is no importer ${name}`);
  const world = importWorld(importer, files);
  await world.run();
  const outside = [...world.disk.keys()].filter((path) => path.startsWith("/") || path.split("/").includes(".."));
  if (outside.length > 0) throw new Error(`${outside.join(", ")} is outside of the site`);
}
